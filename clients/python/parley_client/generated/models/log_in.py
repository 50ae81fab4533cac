from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="LogIn")



@_attrs_define
class LogIn:
    """ 
        Attributes:
            password (str):
            email (str | Unset):
            username (str | Unset):
     """

    password: str
    email: str | Unset = UNSET
    username: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        password = self.password

        email = self.email

        username = self.username


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "password": password,
        })
        if email is not UNSET:
            field_dict["email"] = email
        if username is not UNSET:
            field_dict["username"] = username

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        password = d.pop("password")

        email = d.pop("email", UNSET)

        username = d.pop("username", UNSET)

        log_in = cls(
            password=password,
            email=email,
            username=username,
        )

        return log_in

