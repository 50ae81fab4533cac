from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.report_complaints_item_category import ReportComplaintsItemCategory
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ReportComplaintsItem")



@_attrs_define
class ReportComplaintsItem:
    """ 
        Attributes:
            user_id (str):
            category (ReportComplaintsItemCategory):
            created_at (datetime.datetime):
            comment (str | Unset):
     """

    user_id: str
    category: ReportComplaintsItemCategory
    created_at: datetime.datetime
    comment: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        category = self.category.value

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        comment = self.comment


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "userId": user_id,
            "category": category,
            "createdAt": created_at,
        })
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_id = d.pop("userId")

        category = ReportComplaintsItemCategory(d.pop("category"))




        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        comment = d.pop("comment", UNSET)

        report_complaints_item = cls(
            user_id=user_id,
            category=category,
            created_at=created_at,
            comment=comment,
        )

        return report_complaints_item

