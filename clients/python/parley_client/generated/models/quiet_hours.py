from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="QuietHours")



@_attrs_define
class QuietHours:
    """ 
        Attributes:
            from_ (str):
            to (str):
            zone (str):
            days (list[int]):
     """

    from_: str
    to: str
    zone: str
    days: list[int]





    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        to = self.to

        zone = self.zone

        days = self.days




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "from": from_,
            "to": to,
            "zone": zone,
            "days": days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = d.pop("from")

        to = d.pop("to")

        zone = d.pop("zone")

        days = cast(list[int], d.pop("days"))


        quiet_hours = cls(
            from_=from_,
            to=to,
            zone=zone,
            days=days,
        )

        return quiet_hours

