from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="StatsCalls")



@_attrs_define
class StatsCalls:
    """ 
        Attributes:
            calls (int):
     """

    calls: int





    def to_dict(self) -> dict[str, Any]:
        calls = self.calls


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "calls": calls,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        calls = d.pop("calls")

        stats_calls = cls(
            calls=calls,
        )

        return stats_calls

