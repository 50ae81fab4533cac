from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="JobCounts")



@_attrs_define
class JobCounts:
    """ 
        Attributes:
            kind (str):
            waiting (int):
            running (int):
            delayed (int):
            failed (int):
     """

    kind: str
    waiting: int
    running: int
    delayed: int
    failed: int





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        waiting = self.waiting

        running = self.running

        delayed = self.delayed

        failed = self.failed


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "kind": kind,
            "waiting": waiting,
            "running": running,
            "delayed": delayed,
            "failed": failed,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        waiting = d.pop("waiting")

        running = d.pop("running")

        delayed = d.pop("delayed")

        failed = d.pop("failed")

        job_counts = cls(
            kind=kind,
            waiting=waiting,
            running=running,
            delayed=delayed,
            failed=failed,
        )

        return job_counts

