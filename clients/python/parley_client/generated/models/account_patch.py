from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.account_patch_role import AccountPatchRole
from ..models.account_patch_state import AccountPatchState
from ..types import UNSET, Unset






T = TypeVar("T", bound="AccountPatch")



@_attrs_define
class AccountPatch:
    """ 
        Attributes:
            name (str | Unset):
            role (AccountPatchRole | Unset):
            state (AccountPatchState | Unset):
            reason (str | Unset):
     """

    name: str | Unset = UNSET
    role: AccountPatchRole | Unset = UNSET
    state: AccountPatchState | Unset = UNSET
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role.value


        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if role is not UNSET:
            field_dict["role"] = role
        if state is not UNSET:
            field_dict["state"] = state
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _role = d.pop("role", UNSET)
        role: AccountPatchRole | Unset
        if isinstance(_role,  Unset):
            role = UNSET
        else:
            role = AccountPatchRole(_role)




        _state = d.pop("state", UNSET)
        state: AccountPatchState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = AccountPatchState(_state)




        reason = d.pop("reason", UNSET)

        account_patch = cls(
            name=name,
            role=role,
            state=state,
            reason=reason,
        )

        return account_patch

