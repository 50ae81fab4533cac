from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_import_source import NewImportSource
from ..types import UNSET, Unset






T = TypeVar("T", bound="NewImport")



@_attrs_define
class NewImport:
    """ 
        Attributes:
            source (NewImportSource):
            file_id (str):
            is_trial (bool):
            reason (str | Unset):
     """

    source: NewImportSource
    file_id: str
    is_trial: bool
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        source = self.source.value

        file_id = self.file_id

        is_trial = self.is_trial

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "source": source,
            "fileId": file_id,
            "isTrial": is_trial,
        })
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = NewImportSource(d.pop("source"))




        file_id = d.pop("fileId")

        is_trial = d.pop("isTrial")

        reason = d.pop("reason", UNSET)

        new_import = cls(
            source=source,
            file_id=file_id,
            is_trial=is_trial,
            reason=reason,
        )

        return new_import

