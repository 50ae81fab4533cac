from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="Waveform")



@_attrs_define
class Waveform:
    """ 
        Attributes:
            points (list[int]):
     """

    points: list[int]





    def to_dict(self) -> dict[str, Any]:
        points = self.points




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "points": points,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        points = cast(list[int], d.pop("points"))


        waveform = cls(
            points=points,
        )

        return waveform

