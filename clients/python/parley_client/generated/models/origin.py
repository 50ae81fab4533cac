from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Origin")



@_attrs_define
class Origin:
    """ 
        Attributes:
            address (str):
            user_agent (str):
            request_id (str | Unset):
     """

    address: str
    user_agent: str
    request_id: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        address = self.address

        user_agent = self.user_agent

        request_id = self.request_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "address": address,
            "userAgent": user_agent,
        })
        if request_id is not UNSET:
            field_dict["requestId"] = request_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        user_agent = d.pop("userAgent")

        request_id = d.pop("requestId", UNSET)

        origin = cls(
            address=address,
            user_agent=user_agent,
            request_id=request_id,
        )

        return origin

