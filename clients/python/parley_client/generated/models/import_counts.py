from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="ImportCounts")



@_attrs_define
class ImportCounts:
    """ 
        Attributes:
            matched_people (int):
            placeholders (int):
            chats (int):
            messages (int):
            reactions (int):
            files (int):
     """

    matched_people: int
    placeholders: int
    chats: int
    messages: int
    reactions: int
    files: int





    def to_dict(self) -> dict[str, Any]:
        matched_people = self.matched_people

        placeholders = self.placeholders

        chats = self.chats

        messages = self.messages

        reactions = self.reactions

        files = self.files


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "matchedPeople": matched_people,
            "placeholders": placeholders,
            "chats": chats,
            "messages": messages,
            "reactions": reactions,
            "files": files,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        matched_people = d.pop("matchedPeople")

        placeholders = d.pop("placeholders")

        chats = d.pop("chats")

        messages = d.pop("messages")

        reactions = d.pop("reactions")

        files = d.pop("files")

        import_counts = cls(
            matched_people=matched_people,
            placeholders=placeholders,
            chats=chats,
            messages=messages,
            reactions=reactions,
            files=files,
        )

        return import_counts

