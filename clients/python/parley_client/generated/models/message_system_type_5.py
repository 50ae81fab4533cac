from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_system_type_5_role import MessageSystemType5Role
from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType5")



@_attrs_define
class MessageSystemType5:
    """ 
        Attributes:
            type_ (Literal['role_changed']):
            user_id (str):
            role (MessageSystemType5Role):
     """

    type_: Literal['role_changed']
    user_id: str
    role: MessageSystemType5Role





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        user_id = self.user_id

        role = self.role.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "userId": user_id,
            "role": role,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal['role_changed'] , d.pop("type"))
        if type_ != 'role_changed':
            raise ValueError(f"type must match const 'role_changed', got '{type_}'")

        user_id = d.pop("userId")

        role = MessageSystemType5Role(d.pop("role"))




        message_system_type_5 = cls(
            type_=type_,
            user_id=user_id,
            role=role,
        )

        return message_system_type_5

