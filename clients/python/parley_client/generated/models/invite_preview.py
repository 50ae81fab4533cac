from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invite_preview_chat_type import InvitePreviewChatType
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="InvitePreview")



@_attrs_define
class InvitePreview:
    """ 
        Attributes:
            code (str):
            chat_name (str):
            chat_type (InvitePreviewChatType):
            topic (str):
            member_count (int):
            inviter_name (str):
            expires_at (datetime.datetime):
            chat_avatar (str | Unset):
     """

    code: str
    chat_name: str
    chat_type: InvitePreviewChatType
    topic: str
    member_count: int
    inviter_name: str
    expires_at: datetime.datetime
    chat_avatar: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        code = self.code

        chat_name = self.chat_name

        chat_type = self.chat_type.value

        topic = self.topic

        member_count = self.member_count

        inviter_name = self.inviter_name

        expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        chat_avatar = self.chat_avatar


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "code": code,
            "chatName": chat_name,
            "chatType": chat_type,
            "topic": topic,
            "memberCount": member_count,
            "inviterName": inviter_name,
            "expiresAt": expires_at,
        })
        if chat_avatar is not UNSET:
            field_dict["chatAvatar"] = chat_avatar

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        chat_name = d.pop("chatName")

        chat_type = InvitePreviewChatType(d.pop("chatType"))




        topic = d.pop("topic")

        member_count = d.pop("memberCount")

        inviter_name = d.pop("inviterName")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))




        chat_avatar = d.pop("chatAvatar", UNSET)

        invite_preview = cls(
            code=code,
            chat_name=chat_name,
            chat_type=chat_type,
            topic=topic,
            member_count=member_count,
            inviter_name=inviter_name,
            expires_at=expires_at,
            chat_avatar=chat_avatar,
        )

        return invite_preview

