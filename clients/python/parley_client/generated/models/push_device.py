from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.push_device_keys import PushDeviceKeys





T = TypeVar("T", bound="PushDevice")



@_attrs_define
class PushDevice:
    """ 
        Attributes:
            endpoint (str):
            keys (PushDeviceKeys):
     """

    endpoint: str
    keys: PushDeviceKeys





    def to_dict(self) -> dict[str, Any]:
        from ..models.push_device_keys import PushDeviceKeys # noqa: PLC0415
        endpoint = self.endpoint

        keys = self.keys.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "endpoint": endpoint,
            "keys": keys,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.push_device_keys import PushDeviceKeys # noqa: PLC0415
        d = dict(src_dict)
        endpoint = d.pop("endpoint")

        keys = PushDeviceKeys.from_dict(d.pop("keys"))




        push_device = cls(
            endpoint=endpoint,
            keys=keys,
        )

        return push_device

