from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.user_role import UserRole
from ..models.user_status import UserStatus
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="User")



@_attrs_define
class User:
    """ 
        Attributes:
            id (str):
            username (str):
            name (str):
            role (UserRole):
            status (UserStatus):
            avatar (str | Unset):
            last_seen_at (datetime.datetime | Unset):
            email (str | Unset):
            is_deactivated (bool | Unset):
            is_webhook (bool | Unset):
     """

    id: str
    username: str
    name: str
    role: UserRole
    status: UserStatus
    avatar: str | Unset = UNSET
    last_seen_at: datetime.datetime | Unset = UNSET
    email: str | Unset = UNSET
    is_deactivated: bool | Unset = UNSET
    is_webhook: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        username = self.username

        name = self.name

        role = self.role.value

        status = self.status.value

        avatar = self.avatar

        last_seen_at: str | Unset = UNSET
        if not isinstance(self.last_seen_at, Unset):
            last_seen_at = self.last_seen_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        email = self.email

        is_deactivated = self.is_deactivated

        is_webhook = self.is_webhook


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "username": username,
            "name": name,
            "role": role,
            "status": status,
        })
        if avatar is not UNSET:
            field_dict["avatar"] = avatar
        if last_seen_at is not UNSET:
            field_dict["lastSeenAt"] = last_seen_at
        if email is not UNSET:
            field_dict["email"] = email
        if is_deactivated is not UNSET:
            field_dict["isDeactivated"] = is_deactivated
        if is_webhook is not UNSET:
            field_dict["isWebhook"] = is_webhook

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        username = d.pop("username")

        name = d.pop("name")

        role = UserRole(d.pop("role"))




        status = UserStatus(d.pop("status"))




        avatar = d.pop("avatar", UNSET)

        _last_seen_at = d.pop("lastSeenAt", UNSET)
        last_seen_at: datetime.datetime | Unset
        if isinstance(_last_seen_at,  Unset):
            last_seen_at = UNSET
        else:
            last_seen_at = datetime.datetime.fromisoformat(_last_seen_at)




        email = d.pop("email", UNSET)

        is_deactivated = d.pop("isDeactivated", UNSET)

        is_webhook = d.pop("isWebhook", UNSET)

        user = cls(
            id=id,
            username=username,
            name=name,
            role=role,
            status=status,
            avatar=avatar,
            last_seen_at=last_seen_at,
            email=email,
            is_deactivated=is_deactivated,
            is_webhook=is_webhook,
        )

        return user

