from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_member_role import ChatMemberRole
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.user import User





T = TypeVar("T", bound="ChatMember")



@_attrs_define
class ChatMember:
    """ 
        Attributes:
            user (User):
            role (ChatMemberRole):
            joined_at (datetime.datetime):
            last_read_seq (int | Unset):
            last_delivered_seq (int | Unset):
     """

    user: User
    role: ChatMemberRole
    joined_at: datetime.datetime
    last_read_seq: int | Unset = UNSET
    last_delivered_seq: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.user import User # noqa: PLC0415
        user = self.user.to_dict()

        role = self.role.value

        joined_at = self.joined_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        last_read_seq = self.last_read_seq

        last_delivered_seq = self.last_delivered_seq


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "user": user,
            "role": role,
            "joinedAt": joined_at,
        })
        if last_read_seq is not UNSET:
            field_dict["lastReadSeq"] = last_read_seq
        if last_delivered_seq is not UNSET:
            field_dict["lastDeliveredSeq"] = last_delivered_seq

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user import User # noqa: PLC0415
        d = dict(src_dict)
        user = User.from_dict(d.pop("user"))




        role = ChatMemberRole(d.pop("role"))




        joined_at = datetime.datetime.fromisoformat(d.pop("joinedAt"))




        last_read_seq = d.pop("lastReadSeq", UNSET)

        last_delivered_seq = d.pop("lastDeliveredSeq", UNSET)

        chat_member = cls(
            user=user,
            role=role,
            joined_at=joined_at,
            last_read_seq=last_read_seq,
            last_delivered_seq=last_delivered_seq,
        )

        return chat_member

