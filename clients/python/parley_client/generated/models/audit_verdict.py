from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.audit_fault import AuditFault
  from ..models.audit_head import AuditHead





T = TypeVar("T", bound="AuditVerdict")



@_attrs_define
class AuditVerdict:
    """ 
        Attributes:
            is_intact (bool):
            checked (int):
            head (AuditHead):
            fault (AuditFault | Unset):
     """

    is_intact: bool
    checked: int
    head: AuditHead
    fault: AuditFault | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_fault import AuditFault # noqa: PLC0415
        from ..models.audit_head import AuditHead # noqa: PLC0415
        is_intact = self.is_intact

        checked = self.checked

        head = self.head.to_dict()

        fault: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fault, Unset):
            fault = self.fault.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "isIntact": is_intact,
            "checked": checked,
            "head": head,
        })
        if fault is not UNSET:
            field_dict["fault"] = fault

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_fault import AuditFault # noqa: PLC0415
        from ..models.audit_head import AuditHead # noqa: PLC0415
        d = dict(src_dict)
        is_intact = d.pop("isIntact")

        checked = d.pop("checked")

        head = AuditHead.from_dict(d.pop("head"))




        _fault = d.pop("fault", UNSET)
        fault: AuditFault | Unset
        if isinstance(_fault,  Unset):
            fault = UNSET
        else:
            fault = AuditFault.from_dict(_fault)




        audit_verdict = cls(
            is_intact=is_intact,
            checked=checked,
            head=head,
            fault=fault,
        )

        return audit_verdict

