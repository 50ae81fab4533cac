from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.audit_entry_outcome import AuditEntryOutcome
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.audit_entry_actor import AuditEntryActor
  from ..models.audit_entry_after import AuditEntryAfter
  from ..models.audit_entry_before import AuditEntryBefore
  from ..models.audit_target import AuditTarget
  from ..models.origin import Origin





T = TypeVar("T", bound="AuditEntry")



@_attrs_define
class AuditEntry:
    """ 
        Attributes:
            position (int):
            id (str):
            at (datetime.datetime):
            action (str):
            outcome (AuditEntryOutcome):
            actor (AuditEntryActor):
            previous_hash (str):
            hash_ (str):
            target (AuditTarget | Unset):
            origin (Origin | Unset):
            before (AuditEntryBefore | Unset):
            after (AuditEntryAfter | Unset):
            reason (str | Unset):
     """

    position: int
    id: str
    at: datetime.datetime
    action: str
    outcome: AuditEntryOutcome
    actor: AuditEntryActor
    previous_hash: str
    hash_: str
    target: AuditTarget | Unset = UNSET
    origin: Origin | Unset = UNSET
    before: AuditEntryBefore | Unset = UNSET
    after: AuditEntryAfter | Unset = UNSET
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_entry_actor import AuditEntryActor # noqa: PLC0415
        from ..models.audit_entry_after import AuditEntryAfter # noqa: PLC0415
        from ..models.audit_entry_before import AuditEntryBefore # noqa: PLC0415
        from ..models.audit_target import AuditTarget # noqa: PLC0415
        from ..models.origin import Origin # noqa: PLC0415
        position = self.position

        id = self.id

        at = self.at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        action = self.action

        outcome = self.outcome.value

        actor = self.actor.to_dict()

        previous_hash = self.previous_hash

        hash_ = self.hash_

        target: dict[str, Any] | Unset = UNSET
        if not isinstance(self.target, Unset):
            target = self.target.to_dict()

        origin: dict[str, Any] | Unset = UNSET
        if not isinstance(self.origin, Unset):
            origin = self.origin.to_dict()

        before: dict[str, Any] | Unset = UNSET
        if not isinstance(self.before, Unset):
            before = self.before.to_dict()

        after: dict[str, Any] | Unset = UNSET
        if not isinstance(self.after, Unset):
            after = self.after.to_dict()

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "position": position,
            "id": id,
            "at": at,
            "action": action,
            "outcome": outcome,
            "actor": actor,
            "previousHash": previous_hash,
            "hash": hash_,
        })
        if target is not UNSET:
            field_dict["target"] = target
        if origin is not UNSET:
            field_dict["origin"] = origin
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_entry_actor import AuditEntryActor # noqa: PLC0415
        from ..models.audit_entry_after import AuditEntryAfter # noqa: PLC0415
        from ..models.audit_entry_before import AuditEntryBefore # noqa: PLC0415
        from ..models.audit_target import AuditTarget # noqa: PLC0415
        from ..models.origin import Origin # noqa: PLC0415
        d = dict(src_dict)
        position = d.pop("position")

        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        action = d.pop("action")

        outcome = AuditEntryOutcome(d.pop("outcome"))




        actor = AuditEntryActor.from_dict(d.pop("actor"))




        previous_hash = d.pop("previousHash")

        hash_ = d.pop("hash")

        _target = d.pop("target", UNSET)
        target: AuditTarget | Unset
        if isinstance(_target,  Unset):
            target = UNSET
        else:
            target = AuditTarget.from_dict(_target)




        _origin = d.pop("origin", UNSET)
        origin: Origin | Unset
        if isinstance(_origin,  Unset):
            origin = UNSET
        else:
            origin = Origin.from_dict(_origin)




        _before = d.pop("before", UNSET)
        before: AuditEntryBefore | Unset
        if isinstance(_before,  Unset):
            before = UNSET
        else:
            before = AuditEntryBefore.from_dict(_before)




        _after = d.pop("after", UNSET)
        after: AuditEntryAfter | Unset
        if isinstance(_after,  Unset):
            after = UNSET
        else:
            after = AuditEntryAfter.from_dict(_after)




        reason = d.pop("reason", UNSET)

        audit_entry = cls(
            position=position,
            id=id,
            at=at,
            action=action,
            outcome=outcome,
            actor=actor,
            previous_hash=previous_hash,
            hash_=hash_,
            target=target,
            origin=origin,
            before=before,
            after=after,
            reason=reason,
        )

        return audit_entry

