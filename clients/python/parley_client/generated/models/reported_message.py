from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ReportedMessage")



@_attrs_define
class ReportedMessage:
    """ 
        Attributes:
            id (str):
            chat_id (str):
            seq (int):
            text (str):
            file_count (int):
            created_at (datetime.datetime):
     """

    id: str
    chat_id: str
    seq: int
    text: str
    file_count: int
    created_at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        chat_id = self.chat_id

        seq = self.seq

        text = self.text

        file_count = self.file_count

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "chatId": chat_id,
            "seq": seq,
            "text": text,
            "fileCount": file_count,
            "createdAt": created_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        chat_id = d.pop("chatId")

        seq = d.pop("seq")

        text = d.pop("text")

        file_count = d.pop("fileCount")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        reported_message = cls(
            id=id,
            chat_id=chat_id,
            seq=seq,
            text=text,
            file_count=file_count,
            created_at=created_at,
        )

        return reported_message

