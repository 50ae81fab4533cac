from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="Reaction")



@_attrs_define
class Reaction:
    """ 
        Attributes:
            emoji (str):
            user_ids (list[str]):
     """

    emoji: str
    user_ids: list[str]





    def to_dict(self) -> dict[str, Any]:
        emoji = self.emoji

        user_ids = self.user_ids




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "emoji": emoji,
            "userIds": user_ids,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        emoji = d.pop("emoji")

        user_ids = cast(list[str], d.pop("userIds"))


        reaction = cls(
            emoji=emoji,
            user_ids=user_ids,
        )

        return reaction

