from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Register")



@_attrs_define
class Register:
    """ 
        Attributes:
            username (str):
            name (str):
            email (str):
            password (str):
            invite_code (str | Unset):
     """

    username: str
    name: str
    email: str
    password: str
    invite_code: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        username = self.username

        name = self.name

        email = self.email

        password = self.password

        invite_code = self.invite_code


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "username": username,
            "name": name,
            "email": email,
            "password": password,
        })
        if invite_code is not UNSET:
            field_dict["inviteCode"] = invite_code

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        username = d.pop("username")

        name = d.pop("name")

        email = d.pop("email")

        password = d.pop("password")

        invite_code = d.pop("inviteCode", UNSET)

        register = cls(
            username=username,
            name=name,
            email=email,
            password=password,
            invite_code=invite_code,
        )

        return register

