from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.admin_chat_type import AdminChatType
from ..models.admin_chat_visibility import AdminChatVisibility
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="AdminChat")



@_attrs_define
class AdminChat:
    """ 
        Attributes:
            id (str):
            type_ (AdminChatType):
            name (str):
            topic (str):
            visibility (AdminChatVisibility):
            is_archived (bool):
            member_count (int):
            message_count (int):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
            slug (str | Unset):
            owner_id (str | Unset):
            deleted_at (datetime.datetime | Unset):
     """

    id: str
    type_: AdminChatType
    name: str
    topic: str
    visibility: AdminChatVisibility
    is_archived: bool
    member_count: int
    message_count: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    slug: str | Unset = UNSET
    owner_id: str | Unset = UNSET
    deleted_at: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_.value

        name = self.name

        topic = self.topic

        visibility = self.visibility.value

        is_archived = self.is_archived

        member_count = self.member_count

        message_count = self.message_count

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        updated_at = self.updated_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        slug = self.slug

        owner_id = self.owner_id

        deleted_at: str | Unset = UNSET
        if not isinstance(self.deleted_at, Unset):
            deleted_at = self.deleted_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "type": type_,
            "name": name,
            "topic": topic,
            "visibility": visibility,
            "isArchived": is_archived,
            "memberCount": member_count,
            "messageCount": message_count,
            "createdAt": created_at,
            "updatedAt": updated_at,
        })
        if slug is not UNSET:
            field_dict["slug"] = slug
        if owner_id is not UNSET:
            field_dict["ownerId"] = owner_id
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        type_ = AdminChatType(d.pop("type"))




        name = d.pop("name")

        topic = d.pop("topic")

        visibility = AdminChatVisibility(d.pop("visibility"))




        is_archived = d.pop("isArchived")

        member_count = d.pop("memberCount")

        message_count = d.pop("messageCount")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))




        slug = d.pop("slug", UNSET)

        owner_id = d.pop("ownerId", UNSET)

        _deleted_at = d.pop("deletedAt", UNSET)
        deleted_at: datetime.datetime | Unset
        if isinstance(_deleted_at,  Unset):
            deleted_at = UNSET
        else:
            deleted_at = datetime.datetime.fromisoformat(_deleted_at)




        admin_chat = cls(
            id=id,
            type_=type_,
            name=name,
            topic=topic,
            visibility=visibility,
            is_archived=is_archived,
            member_count=member_count,
            message_count=message_count,
            created_at=created_at,
            updated_at=updated_at,
            slug=slug,
            owner_id=owner_id,
            deleted_at=deleted_at,
        )

        return admin_chat

