from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.announcement_severity import AnnouncementSeverity
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Announcement")



@_attrs_define
class Announcement:
    """ 
        Attributes:
            id (str):
            text (str):
            severity (AnnouncementSeverity):
            from_ (datetime.datetime):
            is_dismissible (bool):
            until (datetime.datetime | Unset):
     """

    id: str
    text: str
    severity: AnnouncementSeverity
    from_: datetime.datetime
    is_dismissible: bool
    until: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        text = self.text

        severity = self.severity.value

        from_ = self.from_.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_dismissible = self.is_dismissible

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "text": text,
            "severity": severity,
            "from": from_,
            "isDismissible": is_dismissible,
        })
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        text = d.pop("text")

        severity = AnnouncementSeverity(d.pop("severity"))




        from_ = datetime.datetime.fromisoformat(d.pop("from"))




        is_dismissible = d.pop("isDismissible")

        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until,  Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)




        announcement = cls(
            id=id,
            text=text,
            severity=severity,
            from_=from_,
            is_dismissible=is_dismissible,
            until=until,
        )

        return announcement

