from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.found_chat import FoundChat
  from ..models.found_file_ranges_item import FoundFileRangesItem
  from ..models.message_file import MessageFile





T = TypeVar("T", bound="FoundFile")



@_attrs_define
class FoundFile:
    """ 
        Attributes:
            file (MessageFile):
            ranges (list[FoundFileRangesItem]):
            message_id (str):
            seq (int):
            sender_id (str):
            created_at (datetime.datetime):
            chat (FoundChat):
     """

    file: MessageFile
    ranges: list[FoundFileRangesItem]
    message_id: str
    seq: int
    sender_id: str
    created_at: datetime.datetime
    chat: FoundChat





    def to_dict(self) -> dict[str, Any]:
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_file_ranges_item import FoundFileRangesItem # noqa: PLC0415
        from ..models.message_file import MessageFile # noqa: PLC0415
        file = self.file.to_dict()

        ranges = []
        for ranges_item_data in self.ranges:
            ranges_item = ranges_item_data.to_dict()
            ranges.append(ranges_item)



        message_id = self.message_id

        seq = self.seq

        sender_id = self.sender_id

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        chat = self.chat.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "file": file,
            "ranges": ranges,
            "messageId": message_id,
            "seq": seq,
            "senderId": sender_id,
            "createdAt": created_at,
            "chat": chat,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_file_ranges_item import FoundFileRangesItem # noqa: PLC0415
        from ..models.message_file import MessageFile # noqa: PLC0415
        d = dict(src_dict)
        file = MessageFile.from_dict(d.pop("file"))




        ranges = []
        _ranges = d.pop("ranges")
        for ranges_item_data in (_ranges):
            ranges_item = FoundFileRangesItem.from_dict(ranges_item_data)



            ranges.append(ranges_item)


        message_id = d.pop("messageId")

        seq = d.pop("seq")

        sender_id = d.pop("senderId")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        chat = FoundChat.from_dict(d.pop("chat"))




        found_file = cls(
            file=file,
            ranges=ranges,
            message_id=message_id,
            seq=seq,
            sender_id=sender_id,
            created_at=created_at,
            chat=chat,
        )

        return found_file

