from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notice_kind import NoticeKind
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Notice")



@_attrs_define
class Notice:
    """ 
        Attributes:
            id (str):
            kind (NoticeKind):
            text (str):
            created_at (datetime.datetime):
            is_seen (bool):
            until (datetime.datetime | Unset):
     """

    id: str
    kind: NoticeKind
    text: str
    created_at: datetime.datetime
    is_seen: bool
    until: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        text = self.text

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_seen = self.is_seen

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "kind": kind,
            "text": text,
            "createdAt": created_at,
            "isSeen": is_seen,
        })
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = NoticeKind(d.pop("kind"))




        text = d.pop("text")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        is_seen = d.pop("isSeen")

        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until,  Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)




        notice = cls(
            id=id,
            kind=kind,
            text=text,
            created_at=created_at,
            is_seen=is_seen,
            until=until,
        )

        return notice

