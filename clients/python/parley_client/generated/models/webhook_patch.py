from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_patch_events_item import WebhookPatchEventsItem
from ..models.webhook_patch_state import WebhookPatchState
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="WebhookPatch")



@_attrs_define
class WebhookPatch:
    """ 
        Attributes:
            name (str | Unset):
            url (str | Unset):
            events (list[WebhookPatchEventsItem] | Unset):
            chat_ids (list[str] | Unset):
            state (WebhookPatchState | Unset):
     """

    name: str | Unset = UNSET
    url: str | Unset = UNSET
    events: list[WebhookPatchEventsItem] | Unset = UNSET
    chat_ids: list[str] | Unset = UNSET
    state: WebhookPatchState | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        events: list[str] | Unset = UNSET
        if not isinstance(self.events, Unset):
            events = []
            for events_item_data in self.events:
                events_item = events_item_data.value
                events.append(events_item)



        chat_ids: list[str] | Unset = UNSET
        if not isinstance(self.chat_ids, Unset):
            chat_ids = self.chat_ids



        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if url is not UNSET:
            field_dict["url"] = url
        if events is not UNSET:
            field_dict["events"] = events
        if chat_ids is not UNSET:
            field_dict["chatIds"] = chat_ids
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        url = d.pop("url", UNSET)

        _events = d.pop("events", UNSET)
        events: list[WebhookPatchEventsItem] | Unset = UNSET
        if _events is not UNSET:
            events = []
            for events_item_data in _events:
                events_item = WebhookPatchEventsItem(events_item_data)



                events.append(events_item)


        chat_ids = cast(list[str], d.pop("chatIds", UNSET))


        _state = d.pop("state", UNSET)
        state: WebhookPatchState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = WebhookPatchState(_state)




        webhook_patch = cls(
            name=name,
            url=url,
            events=events,
            chat_ids=chat_ids,
            state=state,
        )

        return webhook_patch

