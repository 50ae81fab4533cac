from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.chat_retention import ChatRetention
  from ..models.page_info import PageInfo





T = TypeVar("T", bound="ChatRetentionPage")



@_attrs_define
class ChatRetentionPage:
    """ 
        Attributes:
            items (list[ChatRetention]):
            page (PageInfo):
     """

    items: list[ChatRetention]
    page: PageInfo





    def to_dict(self) -> dict[str, Any]:
        from ..models.chat_retention import ChatRetention # noqa: PLC0415
        from ..models.page_info import PageInfo # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        page = self.page.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "items": items,
            "page": page,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chat_retention import ChatRetention # noqa: PLC0415
        from ..models.page_info import PageInfo # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = ChatRetention.from_dict(items_item_data)



            items.append(items_item)


        page = PageInfo.from_dict(d.pop("page"))




        chat_retention_page = cls(
            items=items,
            page=page,
        )

        return chat_retention_page

