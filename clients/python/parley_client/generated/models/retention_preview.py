from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.page_info import PageInfo
  from ..models.retention_preview_items_item import RetentionPreviewItemsItem





T = TypeVar("T", bound="RetentionPreview")



@_attrs_define
class RetentionPreview:
    """ 
        Attributes:
            messages (int):
            files (int):
            bytes_ (int):
            items (list[RetentionPreviewItemsItem]):
            page (PageInfo):
     """

    messages: int
    files: int
    bytes_: int
    items: list[RetentionPreviewItemsItem]
    page: PageInfo





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_info import PageInfo # noqa: PLC0415
        from ..models.retention_preview_items_item import RetentionPreviewItemsItem # noqa: PLC0415
        messages = self.messages

        files = self.files

        bytes_ = self.bytes_

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        page = self.page.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "messages": messages,
            "files": files,
            "bytes": bytes_,
            "items": items,
            "page": page,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_info import PageInfo # noqa: PLC0415
        from ..models.retention_preview_items_item import RetentionPreviewItemsItem # noqa: PLC0415
        d = dict(src_dict)
        messages = d.pop("messages")

        files = d.pop("files")

        bytes_ = d.pop("bytes")

        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = RetentionPreviewItemsItem.from_dict(items_item_data)



            items.append(items_item)


        page = PageInfo.from_dict(d.pop("page"))




        retention_preview = cls(
            messages=messages,
            files=files,
            bytes_=bytes_,
            items=items,
            page=page,
        )

        return retention_preview

