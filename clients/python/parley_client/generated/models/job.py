from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.job_state import JobState
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="Job")



@_attrs_define
class Job:
    """ 
        Attributes:
            id (str):
            kind (str):
            key (str):
            state (JobState):
            attempts (int):
            error (str):
            at (datetime.datetime | Unset):
     """

    id: str
    kind: str
    key: str
    state: JobState
    attempts: int
    error: str
    at: datetime.datetime | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        key = self.key

        state = self.state.value

        attempts = self.attempts

        error = self.error

        at: str | Unset = UNSET
        if not isinstance(self.at, Unset):
            at = self.at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "kind": kind,
            "key": key,
            "state": state,
            "attempts": attempts,
            "error": error,
        })
        if at is not UNSET:
            field_dict["at"] = at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        key = d.pop("key")

        state = JobState(d.pop("state"))




        attempts = d.pop("attempts")

        error = d.pop("error")

        _at = d.pop("at", UNSET)
        at: datetime.datetime | Unset
        if isinstance(_at,  Unset):
            at = UNSET
        else:
            at = datetime.datetime.fromisoformat(_at)




        job = cls(
            id=id,
            kind=kind,
            key=key,
            state=state,
            attempts=attempts,
            error=error,
            at=at,
        )

        return job

