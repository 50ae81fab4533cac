from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.found_chat import FoundChat
  from ..models.found_message_ranges_item import FoundMessageRangesItem
  from ..models.message import Message





T = TypeVar("T", bound="FoundMessage")



@_attrs_define
class FoundMessage:
    """ 
        Attributes:
            message (Message):
            ranges (list[FoundMessageRangesItem]):
            chat (FoundChat):
            before (Message | Unset):
            after (Message | Unset):
     """

    message: Message
    ranges: list[FoundMessageRangesItem]
    chat: FoundChat
    before: Message | Unset = UNSET
    after: Message | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_message_ranges_item import FoundMessageRangesItem # noqa: PLC0415
        from ..models.message import Message # noqa: PLC0415
        message = self.message.to_dict()

        ranges = []
        for ranges_item_data in self.ranges:
            ranges_item = ranges_item_data.to_dict()
            ranges.append(ranges_item)



        chat = self.chat.to_dict()

        before: dict[str, Any] | Unset = UNSET
        if not isinstance(self.before, Unset):
            before = self.before.to_dict()

        after: dict[str, Any] | Unset = UNSET
        if not isinstance(self.after, Unset):
            after = self.after.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "message": message,
            "ranges": ranges,
            "chat": chat,
        })
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_message_ranges_item import FoundMessageRangesItem # noqa: PLC0415
        from ..models.message import Message # noqa: PLC0415
        d = dict(src_dict)
        message = Message.from_dict(d.pop("message"))




        ranges = []
        _ranges = d.pop("ranges")
        for ranges_item_data in (_ranges):
            ranges_item = FoundMessageRangesItem.from_dict(ranges_item_data)



            ranges.append(ranges_item)


        chat = FoundChat.from_dict(d.pop("chat"))




        _before = d.pop("before", UNSET)
        before: Message | Unset
        if isinstance(_before,  Unset):
            before = UNSET
        else:
            before = Message.from_dict(_before)




        _after = d.pop("after", UNSET)
        after: Message | Unset
        if isinstance(_after,  Unset):
            after = UNSET
        else:
            after = Message.from_dict(_after)




        found_message = cls(
            message=message,
            ranges=ranges,
            chat=chat,
            before=before,
            after=after,
        )

        return found_message

