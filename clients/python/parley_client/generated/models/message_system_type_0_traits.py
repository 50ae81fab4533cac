from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_system_type_0_traits_history_visibility import MessageSystemType0TraitsHistoryVisibility
from ..models.message_system_type_0_traits_post_policy import MessageSystemType0TraitsPostPolicy
from ..models.message_system_type_0_traits_visibility import MessageSystemType0TraitsVisibility
from ..types import UNSET, Unset






T = TypeVar("T", bound="MessageSystemType0Traits")



@_attrs_define
class MessageSystemType0Traits:
    """ 
        Attributes:
            name (str):
            topic (str):
            visibility (MessageSystemType0TraitsVisibility):
            post_policy (MessageSystemType0TraitsPostPolicy):
            history_visibility (MessageSystemType0TraitsHistoryVisibility):
            is_archived (bool):
            avatar (str | Unset):
            slug (str | Unset):
     """

    name: str
    topic: str
    visibility: MessageSystemType0TraitsVisibility
    post_policy: MessageSystemType0TraitsPostPolicy
    history_visibility: MessageSystemType0TraitsHistoryVisibility
    is_archived: bool
    avatar: str | Unset = UNSET
    slug: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        topic = self.topic

        visibility = self.visibility.value

        post_policy = self.post_policy.value

        history_visibility = self.history_visibility.value

        is_archived = self.is_archived

        avatar = self.avatar

        slug = self.slug


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "topic": topic,
            "visibility": visibility,
            "postPolicy": post_policy,
            "historyVisibility": history_visibility,
            "isArchived": is_archived,
        })
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if slug is not UNSET:
            field_dict["slug"] = slug

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        topic = d.pop("topic")

        visibility = MessageSystemType0TraitsVisibility(d.pop("visibility"))




        post_policy = MessageSystemType0TraitsPostPolicy(d.pop("postPolicy"))




        history_visibility = MessageSystemType0TraitsHistoryVisibility(d.pop("historyVisibility"))




        is_archived = d.pop("isArchived")

        avatar = d.pop("avatar", UNSET)

        slug = d.pop("slug", UNSET)

        message_system_type_0_traits = cls(
            name=name,
            topic=topic,
            visibility=visibility,
            post_policy=post_policy,
            history_visibility=history_visibility,
            is_archived=is_archived,
            avatar=avatar,
            slug=slug,
        )

        return message_system_type_0_traits

