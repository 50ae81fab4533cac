from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RequestBacklog")



@_attrs_define
class RequestBacklog:
    """ 
        Attributes:
            service (str):
            waiting (int | None):
     """

    service: str
    waiting: int | None





    def to_dict(self) -> dict[str, Any]:
        service = self.service

        waiting: int | None
        waiting = self.waiting


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "service": service,
            "waiting": waiting,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = d.pop("service")

        def _parse_waiting(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        waiting = _parse_waiting(d.pop("waiting"))


        request_backlog = cls(
            service=service,
            waiting=waiting,
        )

        return request_backlog

