from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="MessageFile")



@_attrs_define
class MessageFile:
    """ 
        Attributes:
            id (str):
            name (str):
            mime (str):
            size (int):
            width (int | Unset):
            height (int | Unset):
            duration_ms (int | Unset):
     """

    id: str
    name: str
    mime: str
    size: int
    width: int | Unset = UNSET
    height: int | Unset = UNSET
    duration_ms: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        mime = self.mime

        size = self.size

        width = self.width

        height = self.height

        duration_ms = self.duration_ms


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "name": name,
            "mime": mime,
            "size": size,
        })
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if duration_ms is not UNSET:
            field_dict["durationMs"] = duration_ms

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        mime = d.pop("mime")

        size = d.pop("size")

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        duration_ms = d.pop("durationMs", UNSET)

        message_file = cls(
            id=id,
            name=name,
            mime=mime,
            size=size,
            width=width,
            height=height,
            duration_ms=duration_ms,
        )

        return message_file

