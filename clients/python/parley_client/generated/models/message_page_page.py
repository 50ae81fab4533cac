from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="MessagePagePage")



@_attrs_define
class MessagePagePage:
    """ 
        Attributes:
            next_cursor (None | str):
            has_more (bool):
            first_seq (int):
            last_seq (int):
            head_seq (int):
            head_rev (int):
            visible_from_seq (int):
     """

    next_cursor: None | str
    has_more: bool
    first_seq: int
    last_seq: int
    head_seq: int
    head_rev: int
    visible_from_seq: int





    def to_dict(self) -> dict[str, Any]:
        next_cursor: None | str
        next_cursor = self.next_cursor

        has_more = self.has_more

        first_seq = self.first_seq

        last_seq = self.last_seq

        head_seq = self.head_seq

        head_rev = self.head_rev

        visible_from_seq = self.visible_from_seq


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "nextCursor": next_cursor,
            "hasMore": has_more,
            "firstSeq": first_seq,
            "lastSeq": last_seq,
            "headSeq": head_seq,
            "headRev": head_rev,
            "visibleFromSeq": visible_from_seq,
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

        first_seq = d.pop("firstSeq")

        last_seq = d.pop("lastSeq")

        head_seq = d.pop("headSeq")

        head_rev = d.pop("headRev")

        visible_from_seq = d.pop("visibleFromSeq")

        message_page_page = cls(
            next_cursor=next_cursor,
            has_more=has_more,
            first_seq=first_seq,
            last_seq=last_seq,
            head_seq=head_seq,
            head_rev=head_rev,
            visible_from_seq=visible_from_seq,
        )

        return message_page_page

