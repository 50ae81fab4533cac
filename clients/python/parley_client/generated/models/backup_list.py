from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.backup import Backup





T = TypeVar("T", bound="BackupList")



@_attrs_define
class BackupList:
    """ 
        Attributes:
            items (list[Backup]):
            will_encrypt (bool):
     """

    items: list[Backup]
    will_encrypt: bool





    def to_dict(self) -> dict[str, Any]:
        from ..models.backup import Backup # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        will_encrypt = self.will_encrypt


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "items": items,
            "willEncrypt": will_encrypt,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backup import Backup # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = Backup.from_dict(items_item_data)



            items.append(items_item)


        will_encrypt = d.pop("willEncrypt")

        backup_list = cls(
            items=items,
            will_encrypt=will_encrypt,
        )

        return backup_list

