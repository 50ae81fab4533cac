from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.retention_run_state import RetentionRunState
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="RetentionRun")



@_attrs_define
class RetentionRun:
    """ 
        Attributes:
            state (RetentionRunState):
            started_at (datetime.datetime):
            chats (int):
            messages (int):
            files (int):
            bytes_ (int):
            ended_at (datetime.datetime | Unset):
            error (str | Unset):
     """

    state: RetentionRunState
    started_at: datetime.datetime
    chats: int
    messages: int
    files: int
    bytes_: int
    ended_at: datetime.datetime | Unset = UNSET
    error: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        started_at = self.started_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        chats = self.chats

        messages = self.messages

        files = self.files

        bytes_ = self.bytes_

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        error = self.error


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "state": state,
            "startedAt": started_at,
            "chats": chats,
            "messages": messages,
            "files": files,
            "bytes": bytes_,
        })
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = RetentionRunState(d.pop("state"))




        started_at = datetime.datetime.fromisoformat(d.pop("startedAt"))




        chats = d.pop("chats")

        messages = d.pop("messages")

        files = d.pop("files")

        bytes_ = d.pop("bytes")

        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at,  Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)




        error = d.pop("error", UNSET)

        retention_run = cls(
            state=state,
            started_at=started_at,
            chats=chats,
            messages=messages,
            files=files,
            bytes_=bytes_,
            ended_at=ended_at,
            error=error,
        )

        return retention_run

