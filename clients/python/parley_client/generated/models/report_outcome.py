from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.report_outcome_act import ReportOutcomeAct
from typing import cast
import datetime






T = TypeVar("T", bound="ReportOutcome")



@_attrs_define
class ReportOutcome:
    """ 
        Attributes:
            act (ReportOutcomeAct):
            reason (str):
            by (str):
            at (datetime.datetime):
     """

    act: ReportOutcomeAct
    reason: str
    by: str
    at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        act = self.act.value

        reason = self.reason

        by = self.by

        at = self.at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "act": act,
            "reason": reason,
            "by": by,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        act = ReportOutcomeAct(d.pop("act"))




        reason = d.pop("reason")

        by = d.pop("by")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        report_outcome = cls(
            act=act,
            reason=reason,
            by=by,
            at=at,
        )

        return report_outcome

