from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Mute")



@_attrs_define
class Mute:
    """ 
        Attributes:
            until (datetime.datetime | None):
            reason (str | Unset):
     """

    until: datetime.datetime | None
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
        else:
            until = self.until

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "until": until,
        })
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)



                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))


        reason = d.pop("reason", UNSET)

        mute = cls(
            until=until,
            reason=reason,
        )

        return mute

