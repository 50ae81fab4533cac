from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.service_breaker_state import ServiceBreakerState






T = TypeVar("T", bound="ServiceBreaker")



@_attrs_define
class ServiceBreaker:
    """ 
        Attributes:
            service (str):
            state (ServiceBreakerState):
     """

    service: str
    state: ServiceBreakerState





    def to_dict(self) -> dict[str, Any]:
        service = self.service

        state = self.state.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "service": service,
            "state": state,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = d.pop("service")

        state = ServiceBreakerState(d.pop("state"))




        service_breaker = cls(
            service=service,
            state=state,
        )

        return service_breaker

