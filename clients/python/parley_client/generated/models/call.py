from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.call_kind import CallKind
from ..models.call_media import CallMedia
from ..models.call_reason import CallReason
from ..models.call_state import CallState
from ..models.call_via import CallVia
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.call_parties_item import CallPartiesItem





T = TypeVar("T", bound="Call")



@_attrs_define
class Call:
    """ 
        Attributes:
            id (str):
            kind (CallKind):
            via (CallVia):
            chat_id (str):
            media (CallMedia):
            caller_id (str):
            state (CallState):
            parties (list[CallPartiesItem]):
            created_at (datetime.datetime):
            version (int):
            reason (CallReason | Unset):
            started_at (datetime.datetime | Unset):
            ended_at (datetime.datetime | Unset):
            is_locked (bool | Unset):
     """

    id: str
    kind: CallKind
    via: CallVia
    chat_id: str
    media: CallMedia
    caller_id: str
    state: CallState
    parties: list[CallPartiesItem]
    created_at: datetime.datetime
    version: int
    reason: CallReason | Unset = UNSET
    started_at: datetime.datetime | Unset = UNSET
    ended_at: datetime.datetime | Unset = UNSET
    is_locked: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.call_parties_item import CallPartiesItem # noqa: PLC0415
        id = self.id

        kind = self.kind.value

        via = self.via.value

        chat_id = self.chat_id

        media = self.media.value

        caller_id = self.caller_id

        state = self.state.value

        parties = []
        for parties_item_data in self.parties:
            parties_item = parties_item_data.to_dict()
            parties.append(parties_item)



        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        version = self.version

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason.value


        started_at: str | Unset = UNSET
        if not isinstance(self.started_at, Unset):
            started_at = self.started_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        is_locked = self.is_locked


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "kind": kind,
            "via": via,
            "chatId": chat_id,
            "media": media,
            "callerId": caller_id,
            "state": state,
            "parties": parties,
            "createdAt": created_at,
            "version": version,
        })
        if reason is not UNSET:
            field_dict["reason"] = reason
        if started_at is not UNSET:
            field_dict["startedAt"] = started_at
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if is_locked is not UNSET:
            field_dict["isLocked"] = is_locked

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.call_parties_item import CallPartiesItem # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = CallKind(d.pop("kind"))




        via = CallVia(d.pop("via"))




        chat_id = d.pop("chatId")

        media = CallMedia(d.pop("media"))




        caller_id = d.pop("callerId")

        state = CallState(d.pop("state"))




        parties = []
        _parties = d.pop("parties")
        for parties_item_data in (_parties):
            parties_item = CallPartiesItem.from_dict(parties_item_data)



            parties.append(parties_item)


        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        version = d.pop("version")

        _reason = d.pop("reason", UNSET)
        reason: CallReason | Unset
        if isinstance(_reason,  Unset):
            reason = UNSET
        else:
            reason = CallReason(_reason)




        _started_at = d.pop("startedAt", UNSET)
        started_at: datetime.datetime | Unset
        if isinstance(_started_at,  Unset):
            started_at = UNSET
        else:
            started_at = datetime.datetime.fromisoformat(_started_at)




        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at,  Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)




        is_locked = d.pop("isLocked", UNSET)

        call = cls(
            id=id,
            kind=kind,
            via=via,
            chat_id=chat_id,
            media=media,
            caller_id=caller_id,
            state=state,
            parties=parties,
            created_at=created_at,
            version=version,
            reason=reason,
            started_at=started_at,
            ended_at=ended_at,
            is_locked=is_locked,
        )

        return call

