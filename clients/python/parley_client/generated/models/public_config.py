from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.public_config_registration import PublicConfigRegistration






T = TypeVar("T", bound="PublicConfig")



@_attrs_define
class PublicConfig:
    """ 
        Attributes:
            name (str):
            edit_window (int):
            delete_window (int):
            max_message_length (int):
            registration (PublicConfigRegistration):
     """

    name: str
    edit_window: int
    delete_window: int
    max_message_length: int
    registration: PublicConfigRegistration





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        edit_window = self.edit_window

        delete_window = self.delete_window

        max_message_length = self.max_message_length

        registration = self.registration.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "editWindow": edit_window,
            "deleteWindow": delete_window,
            "maxMessageLength": max_message_length,
            "registration": registration,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        edit_window = d.pop("editWindow")

        delete_window = d.pop("deleteWindow")

        max_message_length = d.pop("maxMessageLength")

        registration = PublicConfigRegistration(d.pop("registration"))




        public_config = cls(
            name=name,
            edit_window=edit_window,
            delete_window=delete_window,
            max_message_length=max_message_length,
            registration=registration,
        )

        return public_config

