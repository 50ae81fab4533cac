from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="StatsStorage")



@_attrs_define
class StatsStorage:
    """ 
        Attributes:
            bytes_ (int):
            limit_bytes (int | None):
     """

    bytes_: int
    limit_bytes: int | None





    def to_dict(self) -> dict[str, Any]:
        bytes_ = self.bytes_

        limit_bytes: int | None
        limit_bytes = self.limit_bytes


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "bytes": bytes_,
            "limitBytes": limit_bytes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bytes_ = d.pop("bytes")

        def _parse_limit_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        limit_bytes = _parse_limit_bytes(d.pop("limitBytes"))


        stats_storage = cls(
            bytes_=bytes_,
            limit_bytes=limit_bytes,
        )

        return stats_storage

