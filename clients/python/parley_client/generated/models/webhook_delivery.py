from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_delivery_state import WebhookDeliveryState
from ..models.webhook_delivery_type import WebhookDeliveryType
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="WebhookDelivery")



@_attrs_define
class WebhookDelivery:
    """ 
        Attributes:
            id (str):
            type_ (WebhookDeliveryType):
            state (WebhookDeliveryState):
            attempts (int):
            at (datetime.datetime):
            status (int | Unset):
            error (str | Unset):
            chat_id (str | Unset):
            seq (int | Unset):
            message_id (str | Unset):
     """

    id: str
    type_: WebhookDeliveryType
    state: WebhookDeliveryState
    attempts: int
    at: datetime.datetime
    status: int | Unset = UNSET
    error: str | Unset = UNSET
    chat_id: str | Unset = UNSET
    seq: int | Unset = UNSET
    message_id: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_.value

        state = self.state.value

        attempts = self.attempts

        at = self.at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        status = self.status

        error = self.error

        chat_id = self.chat_id

        seq = self.seq

        message_id = self.message_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "type": type_,
            "state": state,
            "attempts": attempts,
            "at": at,
        })
        if status is not UNSET:
            field_dict["status"] = status
        if error is not UNSET:
            field_dict["error"] = error
        if chat_id is not UNSET:
            field_dict["chatId"] = chat_id
        if seq is not UNSET:
            field_dict["seq"] = seq
        if message_id is not UNSET:
            field_dict["messageId"] = message_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        type_ = WebhookDeliveryType(d.pop("type"))




        state = WebhookDeliveryState(d.pop("state"))




        attempts = d.pop("attempts")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        status = d.pop("status", UNSET)

        error = d.pop("error", UNSET)

        chat_id = d.pop("chatId", UNSET)

        seq = d.pop("seq", UNSET)

        message_id = d.pop("messageId", UNSET)

        webhook_delivery = cls(
            id=id,
            type_=type_,
            state=state,
            attempts=attempts,
            at=at,
            status=status,
            error=error,
            chat_id=chat_id,
            seq=seq,
            message_id=message_id,
        )

        return webhook_delivery

