from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType4")



@_attrs_define
class MessageSystemType4:
    """ 
        Attributes:
            type_ (Literal['member_removed']):
            user_id (str):
     """

    type_: Literal['member_removed']
    user_id: str





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        user_id = self.user_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "userId": user_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal['member_removed'] , d.pop("type"))
        if type_ != 'member_removed':
            raise ValueError(f"type must match const 'member_removed', got '{type_}'")

        user_id = d.pop("userId")

        message_system_type_4 = cls(
            type_=type_,
            user_id=user_id,
        )

        return message_system_type_4

