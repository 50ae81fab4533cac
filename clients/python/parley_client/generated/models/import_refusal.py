from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.import_refusal_reason import ImportRefusalReason
from ..types import UNSET, Unset






T = TypeVar("T", bound="ImportRefusal")



@_attrs_define
class ImportRefusal:
    """ 
        Attributes:
            reason (ImportRefusalReason):
            file (str | Unset):
            line (int | Unset):
     """

    reason: ImportRefusalReason
    file: str | Unset = UNSET
    line: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        file = self.file

        line = self.line


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "reason": reason,
        })
        if file is not UNSET:
            field_dict["file"] = file
        if line is not UNSET:
            field_dict["line"] = line

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = ImportRefusalReason(d.pop("reason"))




        file = d.pop("file", UNSET)

        line = d.pop("line", UNSET)

        import_refusal = cls(
            reason=reason,
            file=file,
            line=line,
        )

        return import_refusal

