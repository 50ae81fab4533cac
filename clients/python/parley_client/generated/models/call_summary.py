from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.call_summary_media import CallSummaryMedia
from ..models.call_summary_reason import CallSummaryReason






T = TypeVar("T", bound="CallSummary")



@_attrs_define
class CallSummary:
    """ 
        Attributes:
            call_id (str):
            media (CallSummaryMedia):
            reason (CallSummaryReason):
            seconds (int):
     """

    call_id: str
    media: CallSummaryMedia
    reason: CallSummaryReason
    seconds: int





    def to_dict(self) -> dict[str, Any]:
        call_id = self.call_id

        media = self.media.value

        reason = self.reason.value

        seconds = self.seconds


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "callId": call_id,
            "media": media,
            "reason": reason,
            "seconds": seconds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        call_id = d.pop("callId")

        media = CallSummaryMedia(d.pop("media"))




        reason = CallSummaryReason(d.pop("reason"))




        seconds = d.pop("seconds")

        call_summary = cls(
            call_id=call_id,
            media=media,
            reason=reason,
            seconds=seconds,
        )

        return call_summary

