from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="FactBacklog")



@_attrs_define
class FactBacklog:
    """ 
        Attributes:
            name (str):
            module (str):
            waiting (int | None):
     """

    name: str
    module: str
    waiting: int | None





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        module = self.module

        waiting: int | None
        waiting = self.waiting


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "module": module,
            "waiting": waiting,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        module = d.pop("module")

        def _parse_waiting(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        waiting = _parse_waiting(d.pop("waiting"))


        fact_backlog = cls(
            name=name,
            module=module,
            waiting=waiting,
        )

        return fact_backlog

