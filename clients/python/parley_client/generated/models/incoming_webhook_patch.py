from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.incoming_webhook_patch_state import IncomingWebhookPatchState
from ..types import UNSET, Unset






T = TypeVar("T", bound="IncomingWebhookPatch")



@_attrs_define
class IncomingWebhookPatch:
    """ 
        Attributes:
            name (str | Unset):
            may_call_all (bool | Unset):
            state (IncomingWebhookPatchState | Unset):
     """

    name: str | Unset = UNSET
    may_call_all: bool | Unset = UNSET
    state: IncomingWebhookPatchState | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        may_call_all = self.may_call_all

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if may_call_all is not UNSET:
            field_dict["mayCallAll"] = may_call_all
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        may_call_all = d.pop("mayCallAll", UNSET)

        _state = d.pop("state", UNSET)
        state: IncomingWebhookPatchState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = IncomingWebhookPatchState(_state)




        incoming_webhook_patch = cls(
            name=name,
            may_call_all=may_call_all,
            state=state,
        )

        return incoming_webhook_patch

