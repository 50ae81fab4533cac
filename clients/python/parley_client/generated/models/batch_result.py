from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.send_result_type_0 import SendResultType0
  from ..models.send_result_type_1 import SendResultType1





T = TypeVar("T", bound="BatchResult")



@_attrs_define
class BatchResult:
    """ 
        Attributes:
            items (list[SendResultType0 | SendResultType1]):
     """

    items: list[SendResultType0 | SendResultType1]





    def to_dict(self) -> dict[str, Any]:
        from ..models.send_result_type_0 import SendResultType0 # noqa: PLC0415
        from ..models.send_result_type_1 import SendResultType1 # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item: dict[str, Any]
            if isinstance(items_item_data, SendResultType0):
                items_item = items_item_data.to_dict()
            else:
                items_item = items_item_data.to_dict()

            items.append(items_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "items": items,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.send_result_type_0 import SendResultType0 # noqa: PLC0415
        from ..models.send_result_type_1 import SendResultType1 # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            def _parse_items_item(data: object) -> SendResultType0 | SendResultType1:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_send_result_type_0 = SendResultType0.from_dict(data)



                    return componentsschemas_send_result_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_send_result_type_1 = SendResultType1.from_dict(data)



                return componentsschemas_send_result_type_1

            items_item = _parse_items_item(items_item_data)

            items.append(items_item)


        batch_result = cls(
            items=items,
        )

        return batch_result

