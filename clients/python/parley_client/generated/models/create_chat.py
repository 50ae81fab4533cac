from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.create_chat_history_visibility import CreateChatHistoryVisibility
from ..models.create_chat_post_policy import CreateChatPostPolicy
from ..models.create_chat_type import CreateChatType
from ..models.create_chat_visibility import CreateChatVisibility
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="CreateChat")



@_attrs_define
class CreateChat:
    """ 
        Attributes:
            type_ (CreateChatType):
            member_ids (list[str] | Unset):
            name (str | Unset):
            slug (str | Unset):
            topic (str | Unset):
            visibility (CreateChatVisibility | Unset):
            post_policy (CreateChatPostPolicy | Unset):
            history_visibility (CreateChatHistoryVisibility | Unset):
     """

    type_: CreateChatType
    member_ids: list[str] | Unset = UNSET
    name: str | Unset = UNSET
    slug: str | Unset = UNSET
    topic: str | Unset = UNSET
    visibility: CreateChatVisibility | Unset = UNSET
    post_policy: CreateChatPostPolicy | Unset = UNSET
    history_visibility: CreateChatHistoryVisibility | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_.value

        member_ids: list[str] | Unset = UNSET
        if not isinstance(self.member_ids, Unset):
            member_ids = self.member_ids



        name = self.name

        slug = self.slug

        topic = self.topic

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility.value


        post_policy: str | Unset = UNSET
        if not isinstance(self.post_policy, Unset):
            post_policy = self.post_policy.value


        history_visibility: str | Unset = UNSET
        if not isinstance(self.history_visibility, Unset):
            history_visibility = self.history_visibility.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
            "type": type_,
        })
        if member_ids is not UNSET:
            field_dict["memberIds"] = member_ids
        if name is not UNSET:
            field_dict["name"] = name
        if slug is not UNSET:
            field_dict["slug"] = slug
        if topic is not UNSET:
            field_dict["topic"] = topic
        if visibility is not UNSET:
            field_dict["visibility"] = visibility
        if post_policy is not UNSET:
            field_dict["postPolicy"] = post_policy
        if history_visibility is not UNSET:
            field_dict["historyVisibility"] = history_visibility

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = CreateChatType(d.pop("type"))




        member_ids = cast(list[str], d.pop("memberIds", UNSET))


        name = d.pop("name", UNSET)

        slug = d.pop("slug", UNSET)

        topic = d.pop("topic", UNSET)

        _visibility = d.pop("visibility", UNSET)
        visibility: CreateChatVisibility | Unset
        if isinstance(_visibility,  Unset):
            visibility = UNSET
        else:
            visibility = CreateChatVisibility(_visibility)




        _post_policy = d.pop("postPolicy", UNSET)
        post_policy: CreateChatPostPolicy | Unset
        if isinstance(_post_policy,  Unset):
            post_policy = UNSET
        else:
            post_policy = CreateChatPostPolicy(_post_policy)




        _history_visibility = d.pop("historyVisibility", UNSET)
        history_visibility: CreateChatHistoryVisibility | Unset
        if isinstance(_history_visibility,  Unset):
            history_visibility = UNSET
        else:
            history_visibility = CreateChatHistoryVisibility(_history_visibility)




        create_chat = cls(
            type_=type_,
            member_ids=member_ids,
            name=name,
            slug=slug,
            topic=topic,
            visibility=visibility,
            post_policy=post_policy,
            history_visibility=history_visibility,
        )

        return create_chat

