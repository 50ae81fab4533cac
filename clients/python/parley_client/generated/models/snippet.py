from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Snippet")



@_attrs_define
class Snippet:
    """ 
        Attributes:
            text (str):
            is_whole (bool):
            language (str | Unset):
     """

    text: str
    is_whole: bool
    language: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        text = self.text

        is_whole = self.is_whole

        language = self.language


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "text": text,
            "isWhole": is_whole,
        })
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        is_whole = d.pop("isWhole")

        language = d.pop("language", UNSET)

        snippet = cls(
            text=text,
            is_whole=is_whole,
            language=language,
        )

        return snippet

