from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_history_visibility import ChatHistoryVisibility
from ..models.chat_my_role import ChatMyRole
from ..models.chat_post_policy import ChatPostPolicy
from ..models.chat_type import ChatType
from ..models.chat_visibility import ChatVisibility
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.chat_settings import ChatSettings
  from ..models.message import Message
  from ..models.user import User





T = TypeVar("T", bound="Chat")



@_attrs_define
class Chat:
    """ 
        Attributes:
            id (str):
            type_ (ChatType):
            name (str):
            topic (str):
            visibility (ChatVisibility):
            post_policy (ChatPostPolicy):
            history_visibility (ChatHistoryVisibility):
            is_archived (bool):
            member_count (int):
            created_at (datetime.datetime):
            my_role (ChatMyRole):
            head_seq (int):
            head_rev (int):
            visible_from_seq (int):
            last_read_seq (int):
            last_delivered_seq (int):
            unread (int):
            mentions (int):
            settings (ChatSettings):
            updated_at (datetime.datetime):
            avatar (str | Unset):
            slug (str | Unset):
            peer (User | Unset):
            last_message (Message | Unset):
            hides (int | Unset):
     """

    id: str
    type_: ChatType
    name: str
    topic: str
    visibility: ChatVisibility
    post_policy: ChatPostPolicy
    history_visibility: ChatHistoryVisibility
    is_archived: bool
    member_count: int
    created_at: datetime.datetime
    my_role: ChatMyRole
    head_seq: int
    head_rev: int
    visible_from_seq: int
    last_read_seq: int
    last_delivered_seq: int
    unread: int
    mentions: int
    settings: ChatSettings
    updated_at: datetime.datetime
    avatar: str | Unset = UNSET
    slug: str | Unset = UNSET
    peer: User | Unset = UNSET
    last_message: Message | Unset = UNSET
    hides: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.chat_settings import ChatSettings # noqa: PLC0415
        from ..models.message import Message # noqa: PLC0415
        from ..models.user import User # noqa: PLC0415
        id = self.id

        type_ = self.type_.value

        name = self.name

        topic = self.topic

        visibility = self.visibility.value

        post_policy = self.post_policy.value

        history_visibility = self.history_visibility.value

        is_archived = self.is_archived

        member_count = self.member_count

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        my_role = self.my_role.value

        head_seq = self.head_seq

        head_rev = self.head_rev

        visible_from_seq = self.visible_from_seq

        last_read_seq = self.last_read_seq

        last_delivered_seq = self.last_delivered_seq

        unread = self.unread

        mentions = self.mentions

        settings = self.settings.to_dict()

        updated_at = self.updated_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        avatar = self.avatar

        slug = self.slug

        peer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.peer, Unset):
            peer = self.peer.to_dict()

        last_message: dict[str, Any] | Unset = UNSET
        if not isinstance(self.last_message, Unset):
            last_message = self.last_message.to_dict()

        hides = self.hides


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "type": type_,
            "name": name,
            "topic": topic,
            "visibility": visibility,
            "postPolicy": post_policy,
            "historyVisibility": history_visibility,
            "isArchived": is_archived,
            "memberCount": member_count,
            "createdAt": created_at,
            "myRole": my_role,
            "headSeq": head_seq,
            "headRev": head_rev,
            "visibleFromSeq": visible_from_seq,
            "lastReadSeq": last_read_seq,
            "lastDeliveredSeq": last_delivered_seq,
            "unread": unread,
            "mentions": mentions,
            "settings": settings,
            "updatedAt": updated_at,
        })
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if slug is not UNSET:
            field_dict["slug"] = slug
        if peer is not UNSET:
            field_dict["peer"] = peer
        if last_message is not UNSET:
            field_dict["lastMessage"] = last_message
        if hides is not UNSET:
            field_dict["hides"] = hides

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chat_settings import ChatSettings # noqa: PLC0415
        from ..models.message import Message # noqa: PLC0415
        from ..models.user import User # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        type_ = ChatType(d.pop("type"))




        name = d.pop("name")

        topic = d.pop("topic")

        visibility = ChatVisibility(d.pop("visibility"))




        post_policy = ChatPostPolicy(d.pop("postPolicy"))




        history_visibility = ChatHistoryVisibility(d.pop("historyVisibility"))




        is_archived = d.pop("isArchived")

        member_count = d.pop("memberCount")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        my_role = ChatMyRole(d.pop("myRole"))




        head_seq = d.pop("headSeq")

        head_rev = d.pop("headRev")

        visible_from_seq = d.pop("visibleFromSeq")

        last_read_seq = d.pop("lastReadSeq")

        last_delivered_seq = d.pop("lastDeliveredSeq")

        unread = d.pop("unread")

        mentions = d.pop("mentions")

        settings = ChatSettings.from_dict(d.pop("settings"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))




        avatar = d.pop("avatar", UNSET)

        slug = d.pop("slug", UNSET)

        _peer = d.pop("peer", UNSET)
        peer: User | Unset
        if isinstance(_peer,  Unset):
            peer = UNSET
        else:
            peer = User.from_dict(_peer)




        _last_message = d.pop("lastMessage", UNSET)
        last_message: Message | Unset
        if isinstance(_last_message,  Unset):
            last_message = UNSET
        else:
            last_message = Message.from_dict(_last_message)




        hides = d.pop("hides", UNSET)

        chat = cls(
            id=id,
            type_=type_,
            name=name,
            topic=topic,
            visibility=visibility,
            post_policy=post_policy,
            history_visibility=history_visibility,
            is_archived=is_archived,
            member_count=member_count,
            created_at=created_at,
            my_role=my_role,
            head_seq=head_seq,
            head_rev=head_rev,
            visible_from_seq=visible_from_seq,
            last_read_seq=last_read_seq,
            last_delivered_seq=last_delivered_seq,
            unread=unread,
            mentions=mentions,
            settings=settings,
            updated_at=updated_at,
            avatar=avatar,
            slug=slug,
            peer=peer,
            last_message=last_message,
            hides=hides,
        )

        return chat

