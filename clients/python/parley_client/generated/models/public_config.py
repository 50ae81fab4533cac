from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="PublicConfig")



@_attrs_define
class PublicConfig:
    """ 
        Attributes:
            name (str):
            edit_window (int):
            max_message_length (int):
     """

    name: str
    edit_window: int
    max_message_length: int





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        edit_window = self.edit_window

        max_message_length = self.max_message_length


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "editWindow": edit_window,
            "maxMessageLength": max_message_length,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        edit_window = d.pop("editWindow")

        max_message_length = d.pop("maxMessageLength")

        public_config = cls(
            name=name,
            edit_window=edit_window,
            max_message_length=max_message_length,
        )

        return public_config

