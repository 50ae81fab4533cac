from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="AdminChatPatch")



@_attrs_define
class AdminChatPatch:
    """ 
        Attributes:
            is_archived (bool | Unset):
            owner_id (str | Unset):
            reason (str | Unset):
     """

    is_archived: bool | Unset = UNSET
    owner_id: str | Unset = UNSET
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        is_archived = self.is_archived

        owner_id = self.owner_id

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if is_archived is not UNSET:
            field_dict["isArchived"] = is_archived
        if owner_id is not UNSET:
            field_dict["ownerId"] = owner_id
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_archived = d.pop("isArchived", UNSET)

        owner_id = d.pop("ownerId", UNSET)

        reason = d.pop("reason", UNSET)

        admin_chat_patch = cls(
            is_archived=is_archived,
            owner_id=owner_id,
            reason=reason,
        )

        return admin_chat_patch

