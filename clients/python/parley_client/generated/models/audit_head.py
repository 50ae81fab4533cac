from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="AuditHead")



@_attrs_define
class AuditHead:
    """ 
        Attributes:
            position (int):
            hash_ (str):
     """

    position: int
    hash_: str





    def to_dict(self) -> dict[str, Any]:
        position = self.position

        hash_ = self.hash_


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "position": position,
            "hash": hash_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        position = d.pop("position")

        hash_ = d.pop("hash")

        audit_head = cls(
            position=position,
            hash_=hash_,
        )

        return audit_head

