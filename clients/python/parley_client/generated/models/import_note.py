from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.import_note_reason import ImportNoteReason
from typing import cast






T = TypeVar("T", bound="ImportNote")



@_attrs_define
class ImportNote:
    """ 
        Attributes:
            reason (ImportNoteReason):
            count (int):
            examples (list[str]):
     """

    reason: ImportNoteReason
    count: int
    examples: list[str]





    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        count = self.count

        examples = self.examples




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "reason": reason,
            "count": count,
            "examples": examples,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = ImportNoteReason(d.pop("reason"))




        count = d.pop("count")

        examples = cast(list[str], d.pop("examples"))


        import_note = cls(
            reason=reason,
            count=count,
            examples=examples,
        )

        return import_note

