from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="Session")



@_attrs_define
class Session:
    """ 
        Attributes:
            id (str):
            user_agent (str):
            address (str):
            created_at (datetime.datetime):
            last_used_at (datetime.datetime):
            is_current (bool):
     """

    id: str
    user_agent: str
    address: str
    created_at: datetime.datetime
    last_used_at: datetime.datetime
    is_current: bool





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_agent = self.user_agent

        address = self.address

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        last_used_at = self.last_used_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_current = self.is_current


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "userAgent": user_agent,
            "address": address,
            "createdAt": created_at,
            "lastUsedAt": last_used_at,
            "isCurrent": is_current,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        user_agent = d.pop("userAgent")

        address = d.pop("address")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        last_used_at = datetime.datetime.fromisoformat(d.pop("lastUsedAt"))




        is_current = d.pop("isCurrent")

        session = cls(
            id=id,
            user_agent=user_agent,
            address=address,
            created_at=created_at,
            last_used_at=last_used_at,
            is_current=is_current,
        )

        return session

