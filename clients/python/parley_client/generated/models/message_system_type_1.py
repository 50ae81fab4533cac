from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType1")



@_attrs_define
class MessageSystemType1:
    """ 
        Attributes:
            type_ (Literal['members_added']):
            user_ids (list[str]):
     """

    type_: Literal['members_added']
    user_ids: list[str]





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        user_ids = self.user_ids




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "userIds": user_ids,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal['members_added'] , d.pop("type"))
        if type_ != 'members_added':
            raise ValueError(f"type must match const 'members_added', got '{type_}'")

        user_ids = cast(list[str], d.pop("userIds"))


        message_system_type_1 = cls(
            type_=type_,
            user_ids=user_ids,
        )

        return message_system_type_1

