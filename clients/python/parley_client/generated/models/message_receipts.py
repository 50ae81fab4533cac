from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="MessageReceipts")



@_attrs_define
class MessageReceipts:
    """ 
        Attributes:
            seen_by (list[str]):
            delivered_to (list[str]):
     """

    seen_by: list[str]
    delivered_to: list[str]





    def to_dict(self) -> dict[str, Any]:
        seen_by = self.seen_by



        delivered_to = self.delivered_to




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "seenBy": seen_by,
            "deliveredTo": delivered_to,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seen_by = cast(list[str], d.pop("seenBy"))


        delivered_to = cast(list[str], d.pop("deliveredTo"))


        message_receipts = cls(
            seen_by=seen_by,
            delivered_to=delivered_to,
        )

        return message_receipts

