from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_system_type_0_kind import MessageSystemType0Kind
from typing import cast
from typing import Literal, cast

if TYPE_CHECKING:
  from ..models.message_system_type_0_members_item import MessageSystemType0MembersItem
  from ..models.message_system_type_0_traits import MessageSystemType0Traits





T = TypeVar("T", bound="MessageSystemType0")



@_attrs_define
class MessageSystemType0:
    """ 
        Attributes:
            type_ (Literal['chat_created']):
            kind (MessageSystemType0Kind):
            traits (MessageSystemType0Traits):
            members (list[MessageSystemType0MembersItem]):
     """

    type_: Literal['chat_created']
    kind: MessageSystemType0Kind
    traits: MessageSystemType0Traits
    members: list[MessageSystemType0MembersItem]





    def to_dict(self) -> dict[str, Any]:
        from ..models.message_system_type_0_members_item import MessageSystemType0MembersItem # noqa: PLC0415
        from ..models.message_system_type_0_traits import MessageSystemType0Traits # noqa: PLC0415
        type_ = self.type_

        kind = self.kind.value

        traits = self.traits.to_dict()

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
            "kind": kind,
            "traits": traits,
            "members": members,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_system_type_0_members_item import MessageSystemType0MembersItem # noqa: PLC0415
        from ..models.message_system_type_0_traits import MessageSystemType0Traits # noqa: PLC0415
        d = dict(src_dict)
        type_ = cast(Literal['chat_created'] , d.pop("type"))
        if type_ != 'chat_created':
            raise ValueError(f"type must match const 'chat_created', got '{type_}'")

        kind = MessageSystemType0Kind(d.pop("kind"))




        traits = MessageSystemType0Traits.from_dict(d.pop("traits"))




        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = MessageSystemType0MembersItem.from_dict(members_item_data)



            members.append(members_item)


        message_system_type_0 = cls(
            type_=type_,
            kind=kind,
            traits=traits,
            members=members,
        )

        return message_system_type_0

