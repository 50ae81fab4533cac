from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_system_type_7_changes_history_visibility import MessageSystemType7ChangesHistoryVisibility
from ..models.message_system_type_7_changes_post_policy import MessageSystemType7ChangesPostPolicy
from ..models.message_system_type_7_changes_visibility import MessageSystemType7ChangesVisibility
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="MessageSystemType7Changes")



@_attrs_define
class MessageSystemType7Changes:
    """ 
        Attributes:
            name (str | Unset):
            topic (str | Unset):
            avatar (None | str | Unset):
            slug (str | Unset):
            visibility (MessageSystemType7ChangesVisibility | Unset):
            post_policy (MessageSystemType7ChangesPostPolicy | Unset):
            history_visibility (MessageSystemType7ChangesHistoryVisibility | Unset):
            is_archived (bool | Unset):
     """

    name: str | Unset = UNSET
    topic: str | Unset = UNSET
    avatar: None | str | Unset = UNSET
    slug: str | Unset = UNSET
    visibility: MessageSystemType7ChangesVisibility | Unset = UNSET
    post_policy: MessageSystemType7ChangesPostPolicy | Unset = UNSET
    history_visibility: MessageSystemType7ChangesHistoryVisibility | Unset = UNSET
    is_archived: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        topic = self.topic

        avatar: None | str | Unset
        if isinstance(self.avatar, Unset):
            avatar = UNSET
        else:
            avatar = self.avatar

        slug = self.slug

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility.value


        post_policy: str | Unset = UNSET
        if not isinstance(self.post_policy, Unset):
            post_policy = self.post_policy.value


        history_visibility: str | Unset = UNSET
        if not isinstance(self.history_visibility, Unset):
            history_visibility = self.history_visibility.value


        is_archived = self.is_archived


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if topic is not UNSET:
            field_dict["topic"] = topic
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if slug is not UNSET:
            field_dict["slug"] = slug
        if visibility is not UNSET:
            field_dict["visibility"] = visibility
        if post_policy is not UNSET:
            field_dict["postPolicy"] = post_policy
        if history_visibility is not UNSET:
            field_dict["historyVisibility"] = history_visibility
        if is_archived is not UNSET:
            field_dict["isArchived"] = is_archived

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        topic = d.pop("topic", UNSET)

        def _parse_avatar(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        avatar = _parse_avatar(d.pop("avatar", UNSET))


        slug = d.pop("slug", UNSET)

        _visibility = d.pop("visibility", UNSET)
        visibility: MessageSystemType7ChangesVisibility | Unset
        if isinstance(_visibility,  Unset):
            visibility = UNSET
        else:
            visibility = MessageSystemType7ChangesVisibility(_visibility)




        _post_policy = d.pop("postPolicy", UNSET)
        post_policy: MessageSystemType7ChangesPostPolicy | Unset
        if isinstance(_post_policy,  Unset):
            post_policy = UNSET
        else:
            post_policy = MessageSystemType7ChangesPostPolicy(_post_policy)




        _history_visibility = d.pop("historyVisibility", UNSET)
        history_visibility: MessageSystemType7ChangesHistoryVisibility | Unset
        if isinstance(_history_visibility,  Unset):
            history_visibility = UNSET
        else:
            history_visibility = MessageSystemType7ChangesHistoryVisibility(_history_visibility)




        is_archived = d.pop("isArchived", UNSET)

        message_system_type_7_changes = cls(
            name=name,
            topic=topic,
            avatar=avatar,
            slug=slug,
            visibility=visibility,
            post_policy=post_policy,
            history_visibility=history_visibility,
            is_archived=is_archived,
        )

        return message_system_type_7_changes

