from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PushOffer")



@_attrs_define
class PushOffer:
    """ 
        Attributes:
            key (None | str):
            mails (bool | Unset):
     """

    key: None | str
    mails: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        key: None | str
        key = self.key

        mails = self.mails


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "key": key,
        })
        if mails is not UNSET:
            field_dict["mails"] = mails

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key = _parse_key(d.pop("key"))


        mails = d.pop("mails", UNSET)

        push_offer = cls(
            key=key,
            mails=mails,
        )

        return push_offer

