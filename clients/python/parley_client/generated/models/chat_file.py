from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_file_kind import ChatFileKind
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.message_file import MessageFile





T = TypeVar("T", bound="ChatFile")



@_attrs_define
class ChatFile:
    """ 
        Attributes:
            file (MessageFile):
            kind (ChatFileKind):
            message_id (str):
            seq (int):
            sender_id (str):
            created_at (datetime.datetime):
            is_voice (bool | Unset):
     """

    file: MessageFile
    kind: ChatFileKind
    message_id: str
    seq: int
    sender_id: str
    created_at: datetime.datetime
    is_voice: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.message_file import MessageFile # noqa: PLC0415
        file = self.file.to_dict()

        kind = self.kind.value

        message_id = self.message_id

        seq = self.seq

        sender_id = self.sender_id

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_voice = self.is_voice


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "file": file,
            "kind": kind,
            "messageId": message_id,
            "seq": seq,
            "senderId": sender_id,
            "createdAt": created_at,
        })
        if is_voice is not UNSET:
            field_dict["isVoice"] = is_voice

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_file import MessageFile # noqa: PLC0415
        d = dict(src_dict)
        file = MessageFile.from_dict(d.pop("file"))




        kind = ChatFileKind(d.pop("kind"))




        message_id = d.pop("messageId")

        seq = d.pop("seq")

        sender_id = d.pop("senderId")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        is_voice = d.pop("isVoice", UNSET)

        chat_file = cls(
            file=file,
            kind=kind,
            message_id=message_id,
            seq=seq,
            sender_id=sender_id,
            created_at=created_at,
            is_voice=is_voice,
        )

        return chat_file

