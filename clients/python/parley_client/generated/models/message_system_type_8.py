from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType8")



@_attrs_define
class MessageSystemType8:
    """ 
        Attributes:
            type_ (Literal['chat_deleted']):
     """

    type_: Literal['chat_deleted']





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
        type_ = cast(Literal['chat_deleted'] , d.pop("type"))
        if type_ != 'chat_deleted':
            raise ValueError(f"type must match const 'chat_deleted', got '{type_}'")

        message_system_type_8 = cls(
            type_=type_,
        )

        return message_system_type_8

