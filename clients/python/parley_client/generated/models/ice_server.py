from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="IceServer")



@_attrs_define
class IceServer:
    """ 
        Attributes:
            urls (list[str]):
            username (str | Unset):
            credential (str | Unset):
     """

    urls: list[str]
    username: str | Unset = UNSET
    credential: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        urls = self.urls



        username = self.username

        credential = self.credential


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "urls": urls,
        })
        if username is not UNSET:
            field_dict["username"] = username
        if credential is not UNSET:
            field_dict["credential"] = credential

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        urls = cast(list[str], d.pop("urls"))


        username = d.pop("username", UNSET)

        credential = d.pop("credential", UNSET)

        ice_server = cls(
            urls=urls,
            username=username,
            credential=credential,
        )

        return ice_server

