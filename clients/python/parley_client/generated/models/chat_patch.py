from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_patch_post_policy import ChatPatchPostPolicy
from ..models.chat_patch_visibility import ChatPatchVisibility
from ..types import UNSET, Unset






T = TypeVar("T", bound="ChatPatch")



@_attrs_define
class ChatPatch:
    """ 
        Attributes:
            name (str | Unset):
            topic (str | Unset):
            slug (str | Unset):
            visibility (ChatPatchVisibility | Unset):
            post_policy (ChatPatchPostPolicy | Unset):
            is_archived (bool | Unset):
     """

    name: str | Unset = UNSET
    topic: str | Unset = UNSET
    slug: str | Unset = UNSET
    visibility: ChatPatchVisibility | Unset = UNSET
    post_policy: ChatPatchPostPolicy | Unset = UNSET
    is_archived: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        topic = self.topic

        slug = self.slug

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility.value


        post_policy: str | Unset = UNSET
        if not isinstance(self.post_policy, Unset):
            post_policy = self.post_policy.value


        is_archived = self.is_archived


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if topic is not UNSET:
            field_dict["topic"] = topic
        if slug is not UNSET:
            field_dict["slug"] = slug
        if visibility is not UNSET:
            field_dict["visibility"] = visibility
        if post_policy is not UNSET:
            field_dict["postPolicy"] = post_policy
        if is_archived is not UNSET:
            field_dict["isArchived"] = is_archived

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        topic = d.pop("topic", UNSET)

        slug = d.pop("slug", UNSET)

        _visibility = d.pop("visibility", UNSET)
        visibility: ChatPatchVisibility | Unset
        if isinstance(_visibility,  Unset):
            visibility = UNSET
        else:
            visibility = ChatPatchVisibility(_visibility)




        _post_policy = d.pop("postPolicy", UNSET)
        post_policy: ChatPatchPostPolicy | Unset
        if isinstance(_post_policy,  Unset):
            post_policy = UNSET
        else:
            post_policy = ChatPatchPostPolicy(_post_policy)




        is_archived = d.pop("isArchived", UNSET)

        chat_patch = cls(
            name=name,
            topic=topic,
            slug=slug,
            visibility=visibility,
            post_policy=post_policy,
            is_archived=is_archived,
        )

        return chat_patch

