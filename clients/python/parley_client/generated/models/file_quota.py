from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="FileQuota")



@_attrs_define
class FileQuota:
    """ 
        Attributes:
            used_bytes (int):
            limit_bytes (int | None):
            max_file_bytes (int):
     """

    used_bytes: int
    limit_bytes: int | None
    max_file_bytes: int





    def to_dict(self) -> dict[str, Any]:
        used_bytes = self.used_bytes

        limit_bytes: int | None
        limit_bytes = self.limit_bytes

        max_file_bytes = self.max_file_bytes


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "usedBytes": used_bytes,
            "limitBytes": limit_bytes,
            "maxFileBytes": max_file_bytes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        used_bytes = d.pop("usedBytes")

        def _parse_limit_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        limit_bytes = _parse_limit_bytes(d.pop("limitBytes"))


        max_file_bytes = d.pop("maxFileBytes")

        file_quota = cls(
            used_bytes=used_bytes,
            limit_bytes=limit_bytes,
            max_file_bytes=max_file_bytes,
        )

        return file_quota

