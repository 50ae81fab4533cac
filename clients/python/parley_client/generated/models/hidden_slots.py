from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="HiddenSlots")



@_attrs_define
class HiddenSlots:
    """ 
        Attributes:
            seqs (list[int]):
            hides (int):
            is_whole (bool):
     """

    seqs: list[int]
    hides: int
    is_whole: bool





    def to_dict(self) -> dict[str, Any]:
        seqs = self.seqs



        hides = self.hides

        is_whole = self.is_whole


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "seqs": seqs,
            "hides": hides,
            "isWhole": is_whole,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seqs = cast(list[int], d.pop("seqs"))


        hides = d.pop("hides")

        is_whole = d.pop("isWhole")

        hidden_slots = cls(
            seqs=seqs,
            hides=hides,
            is_whole=is_whole,
        )

        return hidden_slots

