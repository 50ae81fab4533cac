from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.found_chat_type import FoundChatType
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.user import User





T = TypeVar("T", bound="FoundChat")



@_attrs_define
class FoundChat:
    """ 
        Attributes:
            id (str):
            type_ (FoundChatType):
            name (str):
            slug (str | Unset):
            avatar (str | Unset):
            peer (User | Unset):
     """

    id: str
    type_: FoundChatType
    name: str
    slug: str | Unset = UNSET
    avatar: str | Unset = UNSET
    peer: User | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.user import User # noqa: PLC0415
        id = self.id

        type_ = self.type_.value

        name = self.name

        slug = self.slug

        avatar = self.avatar

        peer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.peer, Unset):
            peer = self.peer.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "type": type_,
            "name": name,
        })
        if slug is not UNSET:
            field_dict["slug"] = slug
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if peer is not UNSET:
            field_dict["peer"] = peer

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user import User # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        type_ = FoundChatType(d.pop("type"))




        name = d.pop("name")

        slug = d.pop("slug", UNSET)

        avatar = d.pop("avatar", UNSET)

        _peer = d.pop("peer", UNSET)
        peer: User | Unset
        if isinstance(_peer,  Unset):
            peer = UNSET
        else:
            peer = User.from_dict(_peer)




        found_chat = cls(
            id=id,
            type_=type_,
            name=name,
            slug=slug,
            avatar=avatar,
            peer=peer,
        )

        return found_chat

