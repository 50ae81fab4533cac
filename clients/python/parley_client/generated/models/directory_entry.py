from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.directory_entry_visibility import DirectoryEntryVisibility
from ..types import UNSET, Unset






T = TypeVar("T", bound="DirectoryEntry")



@_attrs_define
class DirectoryEntry:
    """ 
        Attributes:
            id (str):
            slug (str):
            name (str):
            topic (str):
            visibility (DirectoryEntryVisibility):
            member_count (int):
            is_member (bool):
            avatar (str | Unset):
     """

    id: str
    slug: str
    name: str
    topic: str
    visibility: DirectoryEntryVisibility
    member_count: int
    is_member: bool
    avatar: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        slug = self.slug

        name = self.name

        topic = self.topic

        visibility = self.visibility.value

        member_count = self.member_count

        is_member = self.is_member

        avatar = self.avatar


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "slug": slug,
            "name": name,
            "topic": topic,
            "visibility": visibility,
            "memberCount": member_count,
            "isMember": is_member,
        })
        if avatar is not UNSET:
            field_dict["avatar"] = avatar

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        slug = d.pop("slug")

        name = d.pop("name")

        topic = d.pop("topic")

        visibility = DirectoryEntryVisibility(d.pop("visibility"))




        member_count = d.pop("memberCount")

        is_member = d.pop("isMember")

        avatar = d.pop("avatar", UNSET)

        directory_entry = cls(
            id=id,
            slug=slug,
            name=name,
            topic=topic,
            visibility=visibility,
            member_count=member_count,
            is_member=is_member,
            avatar=avatar,
        )

        return directory_entry

