from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="ChangePagePage")



@_attrs_define
class ChangePagePage:
    """ 
        Attributes:
            next_cursor (None | str):
            has_more (bool):
            after_rev (int):
            to_rev (int):
            head_seq (int):
            head_rev (int):
     """

    next_cursor: None | str
    has_more: bool
    after_rev: int
    to_rev: int
    head_seq: int
    head_rev: int





    def to_dict(self) -> dict[str, Any]:
        next_cursor: None | str
        next_cursor = self.next_cursor

        has_more = self.has_more

        after_rev = self.after_rev

        to_rev = self.to_rev

        head_seq = self.head_seq

        head_rev = self.head_rev


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "nextCursor": next_cursor,
            "hasMore": has_more,
            "afterRev": after_rev,
            "toRev": to_rev,
            "headSeq": head_seq,
            "headRev": head_rev,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))


        has_more = d.pop("hasMore")

        after_rev = d.pop("afterRev")

        to_rev = d.pop("toRev")

        head_seq = d.pop("headSeq")

        head_rev = d.pop("headRev")

        change_page_page = cls(
            next_cursor=next_cursor,
            has_more=has_more,
            after_rev=after_rev,
            to_rev=to_rev,
            head_seq=head_seq,
            head_rev=head_rev,
        )

        return change_page_page

