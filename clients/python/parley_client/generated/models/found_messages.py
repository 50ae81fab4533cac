from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.found_message import FoundMessage
  from ..models.page_info import PageInfo





T = TypeVar("T", bound="FoundMessages")



@_attrs_define
class FoundMessages:
    """ 
        Attributes:
            items (list[FoundMessage]):
            page (PageInfo):
            is_behind (bool | Unset):
     """

    items: list[FoundMessage]
    page: PageInfo
    is_behind: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.found_message import FoundMessage # noqa: PLC0415
        from ..models.page_info import PageInfo # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        page = self.page.to_dict()

        is_behind = self.is_behind


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "items": items,
            "page": page,
        })
        if is_behind is not UNSET:
            field_dict["isBehind"] = is_behind

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_message import FoundMessage # noqa: PLC0415
        from ..models.page_info import PageInfo # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = FoundMessage.from_dict(items_item_data)



            items.append(items_item)


        page = PageInfo.from_dict(d.pop("page"))




        is_behind = d.pop("isBehind", UNSET)

        found_messages = cls(
            items=items,
            page=page,
            is_behind=is_behind,
        )

        return found_messages

