from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.report_state import ReportState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.report_complaints_item import ReportComplaintsItem
  from ..models.report_outcome import ReportOutcome
  from ..models.reported_message import ReportedMessage





T = TypeVar("T", bound="Report")



@_attrs_define
class Report:
    """ 
        Attributes:
            id (str):
            state (ReportState):
            user_id (str):
            complaints (list[ReportComplaintsItem]):
            complaint_count (int):
            created_at (datetime.datetime):
            message (ReportedMessage | Unset):
            outcome (ReportOutcome | Unset):
     """

    id: str
    state: ReportState
    user_id: str
    complaints: list[ReportComplaintsItem]
    complaint_count: int
    created_at: datetime.datetime
    message: ReportedMessage | Unset = UNSET
    outcome: ReportOutcome | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.report_complaints_item import ReportComplaintsItem # noqa: PLC0415
        from ..models.report_outcome import ReportOutcome # noqa: PLC0415
        from ..models.reported_message import ReportedMessage # noqa: PLC0415
        id = self.id

        state = self.state.value

        user_id = self.user_id

        complaints = []
        for complaints_item_data in self.complaints:
            complaints_item = complaints_item_data.to_dict()
            complaints.append(complaints_item)



        complaint_count = self.complaint_count

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        message: dict[str, Any] | Unset = UNSET
        if not isinstance(self.message, Unset):
            message = self.message.to_dict()

        outcome: dict[str, Any] | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "state": state,
            "userId": user_id,
            "complaints": complaints,
            "complaintCount": complaint_count,
            "createdAt": created_at,
        })
        if message is not UNSET:
            field_dict["message"] = message
        if outcome is not UNSET:
            field_dict["outcome"] = outcome

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_complaints_item import ReportComplaintsItem # noqa: PLC0415
        from ..models.report_outcome import ReportOutcome # noqa: PLC0415
        from ..models.reported_message import ReportedMessage # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        state = ReportState(d.pop("state"))




        user_id = d.pop("userId")

        complaints = []
        _complaints = d.pop("complaints")
        for complaints_item_data in (_complaints):
            complaints_item = ReportComplaintsItem.from_dict(complaints_item_data)



            complaints.append(complaints_item)


        complaint_count = d.pop("complaintCount")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        _message = d.pop("message", UNSET)
        message: ReportedMessage | Unset
        if isinstance(_message,  Unset):
            message = UNSET
        else:
            message = ReportedMessage.from_dict(_message)




        _outcome = d.pop("outcome", UNSET)
        outcome: ReportOutcome | Unset
        if isinstance(_outcome,  Unset):
            outcome = UNSET
        else:
            outcome = ReportOutcome.from_dict(_outcome)




        report = cls(
            id=id,
            state=state,
            user_id=user_id,
            complaints=complaints,
            complaint_count=complaint_count,
            created_at=created_at,
            message=message,
            outcome=outcome,
        )

        return report

