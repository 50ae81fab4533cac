from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.me_role import MeRole
from ..models.me_status import MeStatus
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.user_settings import UserSettings





T = TypeVar("T", bound="Me")



@_attrs_define
class Me:
    """ 
        Attributes:
            id (str):
            username (str):
            name (str):
            role (MeRole):
            status (MeStatus):
            email (str):
            settings (UserSettings):
            created_at (datetime.datetime):
            unread (int):
            mentions (int):
            avatar (str | Unset):
            last_seen_at (datetime.datetime | Unset):
            is_deactivated (bool | Unset):
            is_webhook (bool | Unset):
            muted_until (datetime.datetime | Unset):
     """

    id: str
    username: str
    name: str
    role: MeRole
    status: MeStatus
    email: str
    settings: UserSettings
    created_at: datetime.datetime
    unread: int
    mentions: int
    avatar: str | Unset = UNSET
    last_seen_at: datetime.datetime | Unset = UNSET
    is_deactivated: bool | Unset = UNSET
    is_webhook: bool | Unset = UNSET
    muted_until: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.user_settings import UserSettings # noqa: PLC0415
        id = self.id

        username = self.username

        name = self.name

        role = self.role.value

        status = self.status.value

        email = self.email

        settings = self.settings.to_dict()

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        unread = self.unread

        mentions = self.mentions

        avatar = self.avatar

        last_seen_at: str | Unset = UNSET
        if not isinstance(self.last_seen_at, Unset):
            last_seen_at = self.last_seen_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_deactivated = self.is_deactivated

        is_webhook = self.is_webhook

        muted_until: str | Unset = UNSET
        if not isinstance(self.muted_until, Unset):
            muted_until = self.muted_until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "username": username,
            "name": name,
            "role": role,
            "status": status,
            "email": email,
            "settings": settings,
            "createdAt": created_at,
            "unread": unread,
            "mentions": mentions,
        })
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if last_seen_at is not UNSET:
            field_dict["lastSeenAt"] = last_seen_at
        if is_deactivated is not UNSET:
            field_dict["isDeactivated"] = is_deactivated
        if is_webhook is not UNSET:
            field_dict["isWebhook"] = is_webhook
        if muted_until is not UNSET:
            field_dict["mutedUntil"] = muted_until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user_settings import UserSettings # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        username = d.pop("username")

        name = d.pop("name")

        role = MeRole(d.pop("role"))




        status = MeStatus(d.pop("status"))




        email = d.pop("email")

        settings = UserSettings.from_dict(d.pop("settings"))




        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        unread = d.pop("unread")

        mentions = d.pop("mentions")

        avatar = d.pop("avatar", UNSET)

        _last_seen_at = d.pop("lastSeenAt", UNSET)
        last_seen_at: datetime.datetime | Unset
        if isinstance(_last_seen_at,  Unset):
            last_seen_at = UNSET
        else:
            last_seen_at = datetime.datetime.fromisoformat(_last_seen_at)




        is_deactivated = d.pop("isDeactivated", UNSET)

        is_webhook = d.pop("isWebhook", UNSET)

        _muted_until = d.pop("mutedUntil", UNSET)
        muted_until: datetime.datetime | Unset
        if isinstance(_muted_until,  Unset):
            muted_until = UNSET
        else:
            muted_until = datetime.datetime.fromisoformat(_muted_until)




        me = cls(
            id=id,
            username=username,
            name=name,
            role=role,
            status=status,
            email=email,
            settings=settings,
            created_at=created_at,
            unread=unread,
            mentions=mentions,
            avatar=avatar,
            last_seen_at=last_seen_at,
            is_deactivated=is_deactivated,
            is_webhook=is_webhook,
            muted_until=muted_until,
        )

        return me

