from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="CreateInvite")



@_attrs_define
class CreateInvite:
    """ 
        Attributes:
            expires_in (int | Unset):  Default: 604800.
            max_uses (int | Unset):
     """

    expires_in: int | Unset = 604800
    max_uses: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        expires_in = self.expires_in

        max_uses = self.max_uses


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if expires_in is not UNSET:
            field_dict["expiresIn"] = expires_in
        if max_uses is not UNSET:
            field_dict["maxUses"] = max_uses

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expires_in = d.pop("expiresIn", UNSET)

        max_uses = d.pop("maxUses", UNSET)

        create_invite = cls(
            expires_in=expires_in,
            max_uses=max_uses,
        )

        return create_invite

