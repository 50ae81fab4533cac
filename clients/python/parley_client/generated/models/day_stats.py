from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="DayStats")



@_attrs_define
class DayStats:
    """ 
        Attributes:
            day (datetime.date):
            users (int | Unset):
            storage_bytes (int | Unset):
            messages (int | Unset):
            calls (int | Unset):
     """

    day: datetime.date
    users: int | Unset = UNSET
    storage_bytes: int | Unset = UNSET
    messages: int | Unset = UNSET
    calls: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        day = self.day.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        users = self.users

        storage_bytes = self.storage_bytes

        messages = self.messages

        calls = self.calls


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "day": day,
        })
        if users is not UNSET:
            field_dict["users"] = users
        if storage_bytes is not UNSET:
            field_dict["storageBytes"] = storage_bytes
        if messages is not UNSET:
            field_dict["messages"] = messages
        if calls is not UNSET:
            field_dict["calls"] = calls

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        users = d.pop("users", UNSET)

        storage_bytes = d.pop("storageBytes", UNSET)

        messages = d.pop("messages", UNSET)

        calls = d.pop("calls", UNSET)

        day_stats = cls(
            day=day,
            users=users,
            storage_bytes=storage_bytes,
            messages=messages,
            calls=calls,
        )

        return day_stats

