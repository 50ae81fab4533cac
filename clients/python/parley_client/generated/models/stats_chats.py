from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="StatsChats")



@_attrs_define
class StatsChats:
    """ 
        Attributes:
            direct_chats (int):
            groups (int):
            channels (int):
            messages (int):
     """

    direct_chats: int
    groups: int
    channels: int
    messages: int





    def to_dict(self) -> dict[str, Any]:
        direct_chats = self.direct_chats

        groups = self.groups

        channels = self.channels

        messages = self.messages


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "directChats": direct_chats,
            "groups": groups,
            "channels": channels,
            "messages": messages,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        direct_chats = d.pop("directChats")

        groups = d.pop("groups")

        channels = d.pop("channels")

        messages = d.pop("messages")

        stats_chats = cls(
            direct_chats=direct_chats,
            groups=groups,
            channels=channels,
            messages=messages,
        )

        return stats_chats

