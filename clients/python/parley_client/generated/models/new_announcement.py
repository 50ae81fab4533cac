from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_announcement_severity import NewAnnouncementSeverity
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="NewAnnouncement")



@_attrs_define
class NewAnnouncement:
    """ 
        Attributes:
            text (str):
            severity (NewAnnouncementSeverity | Unset):  Default: NewAnnouncementSeverity.INFO.
            from_ (datetime.datetime | Unset):
            until (datetime.datetime | Unset):
            is_dismissible (bool | Unset):  Default: True.
            reason (str | Unset):
     """

    text: str
    severity: NewAnnouncementSeverity | Unset = NewAnnouncementSeverity.INFO
    from_: datetime.datetime | Unset = UNSET
    until: datetime.datetime | Unset = UNSET
    is_dismissible: bool | Unset = True
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        text = self.text

        severity: str | Unset = UNSET
        if not isinstance(self.severity, Unset):
            severity = self.severity.value


        from_: str | Unset = UNSET
        if not isinstance(self.from_, Unset):
            from_ = self.from_.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_dismissible = self.is_dismissible

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "text": text,
        })
        if severity is not UNSET:
            field_dict["severity"] = severity
        if from_ is not UNSET:
            field_dict["from"] = from_
        if until is not UNSET:
            field_dict["until"] = until
        if is_dismissible is not UNSET:
            field_dict["isDismissible"] = is_dismissible
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        _severity = d.pop("severity", UNSET)
        severity: NewAnnouncementSeverity | Unset
        if isinstance(_severity,  Unset):
            severity = UNSET
        else:
            severity = NewAnnouncementSeverity(_severity)




        _from_ = d.pop("from", UNSET)
        from_: datetime.datetime | Unset
        if isinstance(_from_,  Unset):
            from_ = UNSET
        else:
            from_ = datetime.datetime.fromisoformat(_from_)




        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until,  Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)




        is_dismissible = d.pop("isDismissible", UNSET)

        reason = d.pop("reason", UNSET)

        new_announcement = cls(
            text=text,
            severity=severity,
            from_=from_,
            until=until,
            is_dismissible=is_dismissible,
            reason=reason,
        )

        return new_announcement

