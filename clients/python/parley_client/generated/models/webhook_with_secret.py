from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_with_secret_events_item import WebhookWithSecretEventsItem
from ..models.webhook_with_secret_state import WebhookWithSecretState
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="WebhookWithSecret")



@_attrs_define
class WebhookWithSecret:
    """ 
        Attributes:
            id (str):
            name (str):
            url (str):
            events (list[WebhookWithSecretEventsItem]):
            chat_ids (list[str]):
            state (WebhookWithSecretState):
            created_by (str):
            created_at (datetime.datetime):
            secret (str):
            last_error (str | Unset):
     """

    id: str
    name: str
    url: str
    events: list[WebhookWithSecretEventsItem]
    chat_ids: list[str]
    state: WebhookWithSecretState
    created_by: str
    created_at: datetime.datetime
    secret: str
    last_error: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        url = self.url

        events = []
        for events_item_data in self.events:
            events_item = events_item_data.value
            events.append(events_item)



        chat_ids = self.chat_ids



        state = self.state.value

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        secret = self.secret

        last_error = self.last_error


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "name": name,
            "url": url,
            "events": events,
            "chatIds": chat_ids,
            "state": state,
            "createdBy": created_by,
            "createdAt": created_at,
            "secret": secret,
        })
        if last_error is not UNSET:
            field_dict["lastError"] = last_error

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        url = d.pop("url")

        events = []
        _events = d.pop("events")
        for events_item_data in (_events):
            events_item = WebhookWithSecretEventsItem(events_item_data)



            events.append(events_item)


        chat_ids = cast(list[str], d.pop("chatIds"))


        state = WebhookWithSecretState(d.pop("state"))




        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        secret = d.pop("secret")

        last_error = d.pop("lastError", UNSET)

        webhook_with_secret = cls(
            id=id,
            name=name,
            url=url,
            events=events,
            chat_ids=chat_ids,
            state=state,
            created_by=created_by,
            created_at=created_at,
            secret=secret,
            last_error=last_error,
        )

        return webhook_with_secret

