from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import Literal, cast






T = TypeVar("T", bound="MessageSystemType6")



@_attrs_define
class MessageSystemType6:
    """ 
        Attributes:
            type_ (Literal['handed_over']):
            user_id (str):
            from_id (str | Unset):
     """

    type_: Literal['handed_over']
    user_id: str
    from_id: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        user_id = self.user_id

        from_id = self.from_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "userId": user_id,
        })
        if from_id is not UNSET:
            field_dict["fromId"] = from_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal['handed_over'] , d.pop("type"))
        if type_ != 'handed_over':
            raise ValueError(f"type must match const 'handed_over', got '{type_}'")

        user_id = d.pop("userId")

        from_id = d.pop("fromId", UNSET)

        message_system_type_6 = cls(
            type_=type_,
            user_id=user_id,
            from_id=from_id,
        )

        return message_system_type_6

