from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handle_report_act import HandleReportAct
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="HandleReport")



@_attrs_define
class HandleReport:
    """ 
        Attributes:
            act (HandleReportAct):
            reason (str):
            until (datetime.datetime | Unset):
     """

    act: HandleReportAct
    reason: str
    until: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        act = self.act.value

        reason = self.reason

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "act": act,
            "reason": reason,
        })
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        act = HandleReportAct(d.pop("act"))




        reason = d.pop("reason")

        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until,  Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)




        handle_report = cls(
            act=act,
            reason=reason,
            until=until,
        )

        return handle_report

