from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="MessageHistoryItemsItem")



@_attrs_define
class MessageHistoryItemsItem:
    """ 
        Attributes:
            rev (int):
            text (str):
            replaced_at (datetime.datetime):
     """

    rev: int
    text: str
    replaced_at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        rev = self.rev

        text = self.text

        replaced_at = self.replaced_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "rev": rev,
            "text": text,
            "replacedAt": replaced_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rev = d.pop("rev")

        text = d.pop("text")

        replaced_at = datetime.datetime.fromisoformat(d.pop("replacedAt"))




        message_history_items_item = cls(
            rev=rev,
            text=text,
            replaced_at=replaced_at,
        )

        return message_history_items_item

