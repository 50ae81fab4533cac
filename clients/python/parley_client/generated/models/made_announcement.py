from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.made_announcement_severity import MadeAnnouncementSeverity
from ..models.made_announcement_state import MadeAnnouncementState
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="MadeAnnouncement")



@_attrs_define
class MadeAnnouncement:
    """ 
        Attributes:
            id (str):
            text (str):
            severity (MadeAnnouncementSeverity):
            from_ (datetime.datetime):
            is_dismissible (bool):
            state (MadeAnnouncementState):
            created_by (str):
            created_at (datetime.datetime):
            until (datetime.datetime | Unset):
            removed_at (datetime.datetime | Unset):
     """

    id: str
    text: str
    severity: MadeAnnouncementSeverity
    from_: datetime.datetime
    is_dismissible: bool
    state: MadeAnnouncementState
    created_by: str
    created_at: datetime.datetime
    until: datetime.datetime | Unset = UNSET
    removed_at: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        text = self.text

        severity = self.severity.value

        from_ = self.from_.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_dismissible = self.is_dismissible

        state = self.state.value

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        removed_at: str | Unset = UNSET
        if not isinstance(self.removed_at, Unset):
            removed_at = self.removed_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "text": text,
            "severity": severity,
            "from": from_,
            "isDismissible": is_dismissible,
            "state": state,
            "createdBy": created_by,
            "createdAt": created_at,
        })
        if until is not UNSET:
            field_dict["until"] = until
        if removed_at is not UNSET:
            field_dict["removedAt"] = removed_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        text = d.pop("text")

        severity = MadeAnnouncementSeverity(d.pop("severity"))




        from_ = datetime.datetime.fromisoformat(d.pop("from"))




        is_dismissible = d.pop("isDismissible")

        state = MadeAnnouncementState(d.pop("state"))




        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until,  Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)




        _removed_at = d.pop("removedAt", UNSET)
        removed_at: datetime.datetime | Unset
        if isinstance(_removed_at,  Unset):
            removed_at = UNSET
        else:
            removed_at = datetime.datetime.fromisoformat(_removed_at)




        made_announcement = cls(
            id=id,
            text=text,
            severity=severity,
            from_=from_,
            is_dismissible=is_dismissible,
            state=state,
            created_by=created_by,
            created_at=created_at,
            until=until,
            removed_at=removed_at,
        )

        return made_announcement

