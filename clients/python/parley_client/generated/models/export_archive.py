from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ExportArchive")



@_attrs_define
class ExportArchive:
    """ 
        Attributes:
            url (str):
            link_ends_at (datetime.datetime):
            size (int):
            sha256 (str):
            left_out (int):
     """

    url: str
    link_ends_at: datetime.datetime
    size: int
    sha256: str
    left_out: int





    def to_dict(self) -> dict[str, Any]:
        url = self.url

        link_ends_at = self.link_ends_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        size = self.size

        sha256 = self.sha256

        left_out = self.left_out


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "url": url,
            "linkEndsAt": link_ends_at,
            "size": size,
            "sha256": sha256,
            "leftOut": left_out,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        link_ends_at = datetime.datetime.fromisoformat(d.pop("linkEndsAt"))




        size = d.pop("size")

        sha256 = d.pop("sha256")

        left_out = d.pop("leftOut")

        export_archive = cls(
            url=url,
            link_ends_at=link_ends_at,
            size=size,
            sha256=sha256,
            left_out=left_out,
        )

        return export_archive

