from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="CallPartiesItemMuted")



@_attrs_define
class CallPartiesItemMuted:
    """ 
        Attributes:
            by (str):
            at (datetime.datetime):
     """

    by: str
    at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        by = self.by

        at = self.at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "by": by,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = d.pop("by")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        call_parties_item_muted = cls(
            by=by,
            at=at,
        )

        return call_parties_item_muted

