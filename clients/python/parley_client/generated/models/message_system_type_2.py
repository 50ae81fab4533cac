from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType2")



@_attrs_define
class MessageSystemType2:
    """ 
        Attributes:
            type_ (Literal['member_joined']):
     """

    type_: Literal['member_joined']





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal['member_joined'] , d.pop("type"))
        if type_ != 'member_joined':
            raise ValueError(f"type must match const 'member_joined', got '{type_}'")

        message_system_type_2 = cls(
            type_=type_,
        )

        return message_system_type_2

