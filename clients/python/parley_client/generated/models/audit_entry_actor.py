from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.audit_entry_actor_role import AuditEntryActorRole
from ..types import UNSET, Unset






T = TypeVar("T", bound="AuditEntryActor")



@_attrs_define
class AuditEntryActor:
    """ 
        Attributes:
            id (str):
            role (AuditEntryActorRole | Unset):
     """

    id: str
    role: AuditEntryActorRole | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
        })
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        _role = d.pop("role", UNSET)
        role: AuditEntryActorRole | Unset
        if isinstance(_role,  Unset):
            role = UNSET
        else:
            role = AuditEntryActorRole(_role)




        audit_entry_actor = cls(
            id=id,
            role=role,
        )

        return audit_entry_actor

