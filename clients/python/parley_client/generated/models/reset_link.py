from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ResetLink")



@_attrs_define
class ResetLink:
    """ 
        Attributes:
            path (str):
            expires_at (datetime.datetime):
     """

    path: str
    expires_at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        path = self.path

        expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "path": path,
            "expiresAt": expires_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))




        reset_link = cls(
            path=path,
            expires_at=expires_at,
        )

        return reset_link

