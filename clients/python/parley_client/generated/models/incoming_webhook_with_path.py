from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.incoming_webhook_with_path_state import IncomingWebhookWithPathState
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="IncomingWebhookWithPath")



@_attrs_define
class IncomingWebhookWithPath:
    """ 
        Attributes:
            id (str):
            name (str):
            chat_id (str):
            user_id (str):
            may_call_all (bool):
            state (IncomingWebhookWithPathState):
            created_by (str):
            created_at (datetime.datetime):
            path (str):
            last_used_at (datetime.datetime | Unset):
     """

    id: str
    name: str
    chat_id: str
    user_id: str
    may_call_all: bool
    state: IncomingWebhookWithPathState
    created_by: str
    created_at: datetime.datetime
    path: str
    last_used_at: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        chat_id = self.chat_id

        user_id = self.user_id

        may_call_all = self.may_call_all

        state = self.state.value

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        path = self.path

        last_used_at: str | Unset = UNSET
        if not isinstance(self.last_used_at, Unset):
            last_used_at = self.last_used_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "name": name,
            "chatId": chat_id,
            "userId": user_id,
            "mayCallAll": may_call_all,
            "state": state,
            "createdBy": created_by,
            "createdAt": created_at,
            "path": path,
        })
        if last_used_at is not UNSET:
            field_dict["lastUsedAt"] = last_used_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        chat_id = d.pop("chatId")

        user_id = d.pop("userId")

        may_call_all = d.pop("mayCallAll")

        state = IncomingWebhookWithPathState(d.pop("state"))




        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        path = d.pop("path")

        _last_used_at = d.pop("lastUsedAt", UNSET)
        last_used_at: datetime.datetime | Unset
        if isinstance(_last_used_at,  Unset):
            last_used_at = UNSET
        else:
            last_used_at = datetime.datetime.fromisoformat(_last_used_at)




        incoming_webhook_with_path = cls(
            id=id,
            name=name,
            chat_id=chat_id,
            user_id=user_id,
            may_call_all=may_call_all,
            state=state,
            created_by=created_by,
            created_at=created_at,
            path=path,
            last_used_at=last_used_at,
        )

        return incoming_webhook_with_path

