from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="ReadNotificationsType1")



@_attrs_define
class ReadNotificationsType1:
    """ 
        Attributes:
            all_ (bool):
     """

    all_: bool





    def to_dict(self) -> dict[str, Any]:
        all_ = self.all_


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "all": all_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        all_ = d.pop("all")

        read_notifications_type_1 = cls(
            all_=all_,
        )

        return read_notifications_type_1

