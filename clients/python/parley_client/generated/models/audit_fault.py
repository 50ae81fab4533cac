from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.audit_fault_reason import AuditFaultReason






T = TypeVar("T", bound="AuditFault")



@_attrs_define
class AuditFault:
    """ 
        Attributes:
            position (int):
            reason (AuditFaultReason):
     """

    position: int
    reason: AuditFaultReason





    def to_dict(self) -> dict[str, Any]:
        position = self.position

        reason = self.reason.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "position": position,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        position = d.pop("position")

        reason = AuditFaultReason(d.pop("reason"))




        audit_fault = cls(
            position=position,
            reason=reason,
        )

        return audit_fault

