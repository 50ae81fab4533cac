from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.retention_run import RetentionRun





T = TypeVar("T", bound="RetentionState")



@_attrs_define
class RetentionState:
    """ 
        Attributes:
            days (int | None):
            version (int):
            last_run (RetentionRun | Unset):
     """

    days: int | None
    version: int
    last_run: RetentionRun | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.retention_run import RetentionRun # noqa: PLC0415
        days: int | None
        days = self.days

        version = self.version

        last_run: dict[str, Any] | Unset = UNSET
        if not isinstance(self.last_run, Unset):
            last_run = self.last_run.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "days": days,
            "version": version,
        })
        if last_run is not UNSET:
            field_dict["lastRun"] = last_run

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.retention_run import RetentionRun # noqa: PLC0415
        d = dict(src_dict)
        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))


        version = d.pop("version")

        _last_run = d.pop("lastRun", UNSET)
        last_run: RetentionRun | Unset
        if isinstance(_last_run,  Unset):
            last_run = UNSET
        else:
            last_run = RetentionRun.from_dict(_last_run)




        retention_state = cls(
            days=days,
            version=version,
            last_run=last_run,
        )

        return retention_state

