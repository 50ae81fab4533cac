from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.retention_preview_items_item_type import RetentionPreviewItemsItemType






T = TypeVar("T", bound="RetentionPreviewItemsItem")



@_attrs_define
class RetentionPreviewItemsItem:
    """ 
        Attributes:
            chat_id (str):
            type_ (RetentionPreviewItemsItemType):
            name (str):
            messages (int):
            files (int):
            bytes_ (int):
     """

    chat_id: str
    type_: RetentionPreviewItemsItemType
    name: str
    messages: int
    files: int
    bytes_: int





    def to_dict(self) -> dict[str, Any]:
        chat_id = self.chat_id

        type_ = self.type_.value

        name = self.name

        messages = self.messages

        files = self.files

        bytes_ = self.bytes_


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "chatId": chat_id,
            "type": type_,
            "name": name,
            "messages": messages,
            "files": files,
            "bytes": bytes_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chat_id = d.pop("chatId")

        type_ = RetentionPreviewItemsItemType(d.pop("type"))




        name = d.pop("name")

        messages = d.pop("messages")

        files = d.pop("files")

        bytes_ = d.pop("bytes")

        retention_preview_items_item = cls(
            chat_id=chat_id,
            type_=type_,
            name=name,
            messages=messages,
            files=files,
            bytes_=bytes_,
        )

        return retention_preview_items_item

