from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notification_kind import NotificationKind
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Notification")



@_attrs_define
class Notification:
    """ 
        Attributes:
            id (str):
            kind (NotificationKind):
            chat_id (str):
            seq (int):
            from_id (str):
            text (str):
            created_at (datetime.datetime):
            is_read (bool):
            message_id (str | Unset):
            emoji (str | Unset):
     """

    id: str
    kind: NotificationKind
    chat_id: str
    seq: int
    from_id: str
    text: str
    created_at: datetime.datetime
    is_read: bool
    message_id: str | Unset = UNSET
    emoji: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        chat_id = self.chat_id

        seq = self.seq

        from_id = self.from_id

        text = self.text

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_read = self.is_read

        message_id = self.message_id

        emoji = self.emoji


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "kind": kind,
            "chatId": chat_id,
            "seq": seq,
            "fromId": from_id,
            "text": text,
            "createdAt": created_at,
            "isRead": is_read,
        })
        if message_id is not UNSET:
            field_dict["messageId"] = message_id
        if emoji is not UNSET:
            field_dict["emoji"] = emoji

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = NotificationKind(d.pop("kind"))




        chat_id = d.pop("chatId")

        seq = d.pop("seq")

        from_id = d.pop("fromId")

        text = d.pop("text")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        is_read = d.pop("isRead")

        message_id = d.pop("messageId", UNSET)

        emoji = d.pop("emoji", UNSET)

        notification = cls(
            id=id,
            kind=kind,
            chat_id=chat_id,
            seq=seq,
            from_id=from_id,
            text=text,
            created_at=created_at,
            is_read=is_read,
            message_id=message_id,
            emoji=emoji,
        )

        return notification

