from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_retention_type import ChatRetentionType
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="ChatRetention")



@_attrs_define
class ChatRetention:
    """ 
        Attributes:
            chat_id (str):
            type_ (ChatRetentionType):
            name (str):
            days (int | None | Unset):
     """

    chat_id: str
    type_: ChatRetentionType
    name: str
    days: int | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        chat_id = self.chat_id

        type_ = self.type_.value

        name = self.name

        days: int | None | Unset
        if isinstance(self.days, Unset):
            days = UNSET
        else:
            days = self.days


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "chatId": chat_id,
            "type": type_,
            "name": name,
        })
        if days is not UNSET:
            field_dict["days"] = days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chat_id = d.pop("chatId")

        type_ = ChatRetentionType(d.pop("type"))




        name = d.pop("name")

        def _parse_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        days = _parse_days(d.pop("days", UNSET))


        chat_retention = cls(
            chat_id=chat_id,
            type_=type_,
            name=name,
            days=days,
        )

        return chat_retention

