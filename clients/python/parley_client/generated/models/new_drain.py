from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="NewDrain")



@_attrs_define
class NewDrain:
    """ 
        Attributes:
            process_id (str):
            reason (str | Unset):
     """

    process_id: str
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "processId": process_id,
        })
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        process_id = d.pop("processId")

        reason = d.pop("reason", UNSET)

        new_drain = cls(
            process_id=process_id,
            reason=reason,
        )

        return new_drain

