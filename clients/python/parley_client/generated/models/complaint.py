from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.complaint_category import ComplaintCategory
from ..types import UNSET, Unset






T = TypeVar("T", bound="Complaint")



@_attrs_define
class Complaint:
    """ 
        Attributes:
            category (ComplaintCategory):
            comment (str | Unset):
     """

    category: ComplaintCategory
    comment: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        category = self.category.value

        comment = self.comment


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "category": category,
        })
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = ComplaintCategory(d.pop("category"))




        comment = d.pop("comment", UNSET)

        complaint = cls(
            category=category,
            comment=comment,
        )

        return complaint

