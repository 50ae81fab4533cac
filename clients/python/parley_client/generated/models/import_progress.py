from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="ImportProgress")



@_attrs_define
class ImportProgress:
    """ 
        Attributes:
            chats (int):
            of_chats (int):
     """

    chats: int
    of_chats: int





    def to_dict(self) -> dict[str, Any]:
        chats = self.chats

        of_chats = self.of_chats


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "chats": chats,
            "ofChats": of_chats,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chats = d.pop("chats")

        of_chats = d.pop("ofChats")

        import_progress = cls(
            chats=chats,
            of_chats=of_chats,
        )

        return import_progress

