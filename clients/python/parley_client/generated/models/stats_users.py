from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="StatsUsers")



@_attrs_define
class StatsUsers:
    """ 
        Attributes:
            total (int):
            active (int):
            suspended (int):
            bots (int):
     """

    total: int
    active: int
    suspended: int
    bots: int





    def to_dict(self) -> dict[str, Any]:
        total = self.total

        active = self.active

        suspended = self.suspended

        bots = self.bots


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "total": total,
            "active": active,
            "suspended": suspended,
            "bots": bots,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        active = d.pop("active")

        suspended = d.pop("suspended")

        bots = d.pop("bots")

        stats_users = cls(
            total=total,
            active=active,
            suspended=suspended,
            bots=bots,
        )

        return stats_users

