from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="HookPosted")



@_attrs_define
class HookPosted:
    """ 
        Attributes:
            message_id (str):
            is_created (bool):
     """

    message_id: str
    is_created: bool





    def to_dict(self) -> dict[str, Any]:
        message_id = self.message_id

        is_created = self.is_created


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "messageId": message_id,
            "isCreated": is_created,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        message_id = d.pop("messageId")

        is_created = d.pop("isCreated")

        hook_posted = cls(
            message_id=message_id,
            is_created=is_created,
        )

        return hook_posted

