from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="RetentionPatch")



@_attrs_define
class RetentionPatch:
    """ 
        Attributes:
            days (int | None):
            version (int | Unset):
            reason (str | Unset):
     """

    days: int | None
    version: int | Unset = UNSET
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        days: int | None
        days = self.days

        version = self.version

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "days": days,
        })
        if version is not UNSET:
            field_dict["version"] = version
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))


        version = d.pop("version", UNSET)

        reason = d.pop("reason", UNSET)

        retention_patch = cls(
            days=days,
            version=version,
            reason=reason,
        )

        return retention_patch

