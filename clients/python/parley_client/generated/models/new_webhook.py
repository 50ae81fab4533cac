from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_webhook_events_item import NewWebhookEventsItem
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewWebhook")



@_attrs_define
class NewWebhook:
    """ 
        Attributes:
            name (str):
            url (str):
            chat_ids (list[str]):
            events (list[NewWebhookEventsItem] | Unset):
     """

    name: str
    url: str
    chat_ids: list[str]
    events: list[NewWebhookEventsItem] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        chat_ids = self.chat_ids



        events: list[str] | Unset = UNSET
        if not isinstance(self.events, Unset):
            events = []
            for events_item_data in self.events:
                events_item = events_item_data.value
                events.append(events_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "url": url,
            "chatIds": chat_ids,
        })
        if events is not UNSET:
            field_dict["events"] = events

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        url = d.pop("url")

        chat_ids = cast(list[str], d.pop("chatIds"))


        _events = d.pop("events", UNSET)
        events: list[NewWebhookEventsItem] | Unset = UNSET
        if _events is not UNSET:
            events = []
            for events_item_data in _events:
                events_item = NewWebhookEventsItem(events_item_data)



                events.append(events_item)


        new_webhook = cls(
            name=name,
            url=url,
            chat_ids=chat_ids,
            events=events,
        )

        return new_webhook

