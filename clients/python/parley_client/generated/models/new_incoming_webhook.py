from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="NewIncomingWebhook")



@_attrs_define
class NewIncomingWebhook:
    """ 
        Attributes:
            name (str):
            chat_id (str):
            may_call_all (bool | Unset):  Default: False.
     """

    name: str
    chat_id: str
    may_call_all: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        chat_id = self.chat_id

        may_call_all = self.may_call_all


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "chatId": chat_id,
        })
        if may_call_all is not UNSET:
            field_dict["mayCallAll"] = may_call_all

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        chat_id = d.pop("chatId")

        may_call_all = d.pop("mayCallAll", UNSET)

        new_incoming_webhook = cls(
            name=name,
            chat_id=chat_id,
            may_call_all=may_call_all,
        )

        return new_incoming_webhook

