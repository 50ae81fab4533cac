from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from typing import Literal, cast

if TYPE_CHECKING:
  from ..models.message_system_type_7_changes import MessageSystemType7Changes





T = TypeVar("T", bound="MessageSystemType7")



@_attrs_define
class MessageSystemType7:
    """ 
        Attributes:
            type_ (Literal['traits_changed']):
            changes (MessageSystemType7Changes):
     """

    type_: Literal['traits_changed']
    changes: MessageSystemType7Changes





    def to_dict(self) -> dict[str, Any]:
        from ..models.message_system_type_7_changes import MessageSystemType7Changes # noqa: PLC0415
        type_ = self.type_

        changes = self.changes.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "changes": changes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_system_type_7_changes import MessageSystemType7Changes # noqa: PLC0415
        d = dict(src_dict)
        type_ = cast(Literal['traits_changed'] , d.pop("type"))
        if type_ != 'traits_changed':
            raise ValueError(f"type must match const 'traits_changed', got '{type_}'")

        changes = MessageSystemType7Changes.from_dict(d.pop("changes"))




        message_system_type_7 = cls(
            type_=type_,
            changes=changes,
        )

        return message_system_type_7

