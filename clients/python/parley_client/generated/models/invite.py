from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Invite")



@_attrs_define
class Invite:
    """ 
        Attributes:
            code (str):
            chat_id (str):
            created_by (str):
            created_at (datetime.datetime):
            expires_at (datetime.datetime):
            uses (int):
            max_uses (int | Unset):
     """

    code: str
    chat_id: str
    created_by: str
    created_at: datetime.datetime
    expires_at: datetime.datetime
    uses: int
    max_uses: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        code = self.code

        chat_id = self.chat_id

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        uses = self.uses

        max_uses = self.max_uses


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "code": code,
            "chatId": chat_id,
            "createdBy": created_by,
            "createdAt": created_at,
            "expiresAt": expires_at,
            "uses": uses,
        })
        if max_uses is not UNSET:
            field_dict["maxUses"] = max_uses

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        chat_id = d.pop("chatId")

        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))




        uses = d.pop("uses")

        max_uses = d.pop("maxUses", UNSET)

        invite = cls(
            code=code,
            chat_id=chat_id,
            created_by=created_by,
            created_at=created_at,
            expires_at=expires_at,
            uses=uses,
            max_uses=max_uses,
        )

        return invite

