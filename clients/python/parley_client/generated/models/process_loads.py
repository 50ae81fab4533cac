from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="ProcessLoads")



@_attrs_define
class ProcessLoads:
    """ 
        Attributes:
            sockets (int | Unset):
            rooms (int | Unset):
     """

    sockets: int | Unset = UNSET
    rooms: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        sockets = self.sockets

        rooms = self.rooms


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if sockets is not UNSET:
            field_dict["sockets"] = sockets
        if rooms is not UNSET:
            field_dict["rooms"] = rooms

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sockets = d.pop("sockets", UNSET)

        rooms = d.pop("rooms", UNSET)

        process_loads = cls(
            sockets=sockets,
            rooms=rooms,
        )

        return process_loads

