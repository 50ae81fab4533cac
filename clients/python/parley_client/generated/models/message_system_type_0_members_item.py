from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_system_type_0_members_item_role import MessageSystemType0MembersItemRole






T = TypeVar("T", bound="MessageSystemType0MembersItem")



@_attrs_define
class MessageSystemType0MembersItem:
    """ 
        Attributes:
            user_id (str):
            role (MessageSystemType0MembersItemRole):
     """

    user_id: str
    role: MessageSystemType0MembersItemRole





    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        role = self.role.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "userId": user_id,
            "role": role,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_id = d.pop("userId")

        role = MessageSystemType0MembersItemRole(d.pop("role"))




        message_system_type_0_members_item = cls(
            user_id=user_id,
            role=role,
        )

        return message_system_type_0_members_item

