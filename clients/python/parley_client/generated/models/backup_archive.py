from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="BackupArchive")



@_attrs_define
class BackupArchive:
    """ 
        Attributes:
            name (str):
            size (int):
            sha256 (str):
            is_encrypted (bool):
     """

    name: str
    size: int
    sha256: str
    is_encrypted: bool





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        size = self.size

        sha256 = self.sha256

        is_encrypted = self.is_encrypted


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "size": size,
            "sha256": sha256,
            "isEncrypted": is_encrypted,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        is_encrypted = d.pop("isEncrypted")

        backup_archive = cls(
            name=name,
            size=size,
            sha256=sha256,
            is_encrypted=is_encrypted,
        )

        return backup_archive

