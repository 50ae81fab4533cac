from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="SendMessage")



@_attrs_define
class SendMessage:
    """ 
        Attributes:
            chat_id (str):
            text (str | Unset):  Default: ''.
            client_msg_id (str | Unset):
            reply_to (str | Unset):
            file_ids (list[str] | Unset):
            is_voice (bool | Unset):
     """

    chat_id: str
    text: str | Unset = ''
    client_msg_id: str | Unset = UNSET
    reply_to: str | Unset = UNSET
    file_ids: list[str] | Unset = UNSET
    is_voice: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        chat_id = self.chat_id

        text = self.text

        client_msg_id = self.client_msg_id

        reply_to = self.reply_to

        file_ids: list[str] | Unset = UNSET
        if not isinstance(self.file_ids, Unset):
            file_ids = self.file_ids



        is_voice = self.is_voice


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "chatId": chat_id,
        })
        if text is not UNSET:
            field_dict["text"] = text
        if client_msg_id is not UNSET:
            field_dict["clientMsgId"] = client_msg_id
        if reply_to is not UNSET:
            field_dict["replyTo"] = reply_to
        if file_ids is not UNSET:
            field_dict["fileIds"] = file_ids
        if is_voice is not UNSET:
            field_dict["isVoice"] = is_voice

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chat_id = d.pop("chatId")

        text = d.pop("text", UNSET)

        client_msg_id = d.pop("clientMsgId", UNSET)

        reply_to = d.pop("replyTo", UNSET)

        file_ids = cast(list[str], d.pop("fileIds", UNSET))


        is_voice = d.pop("isVoice", UNSET)

        send_message = cls(
            chat_id=chat_id,
            text=text,
            client_msg_id=client_msg_id,
            reply_to=reply_to,
            file_ids=file_ids,
            is_voice=is_voice,
        )

        return send_message

