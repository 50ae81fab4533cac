from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.message import Message





T = TypeVar("T", bound="WebhookEvent")



@_attrs_define
class WebhookEvent:
    """ 
        Attributes:
            id (str):
            webhook_id (str):
            type_ (WebhookEventType):
            message (Message | Unset):
     """

    id: str
    webhook_id: str
    type_: WebhookEventType
    message: Message | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.message import Message # noqa: PLC0415
        id = self.id

        webhook_id = self.webhook_id

        type_ = self.type_.value

        message: dict[str, Any] | Unset = UNSET
        if not isinstance(self.message, Unset):
            message = self.message.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "webhookId": webhook_id,
            "type": type_,
        })
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message import Message # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        webhook_id = d.pop("webhookId")

        type_ = WebhookEventType(d.pop("type"))




        _message = d.pop("message", UNSET)
        message: Message | Unset
        if isinstance(_message,  Unset):
            message = UNSET
        else:
            message = Message.from_dict(_message)




        webhook_event = cls(
            id=id,
            webhook_id=webhook_id,
            type_=type_,
            message=message,
        )

        return webhook_event

