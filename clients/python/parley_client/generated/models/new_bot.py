from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="NewBot")



@_attrs_define
class NewBot:
    """ 
        Attributes:
            username (str):
            name (str):
     """

    username: str
    name: str





    def to_dict(self) -> dict[str, Any]:
        username = self.username

        name = self.name


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "username": username,
            "name": name,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        username = d.pop("username")

        name = d.pop("name")

        new_bot = cls(
            username=username,
            name=name,
        )

        return new_bot

