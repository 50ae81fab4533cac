from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="SettingsStateServer")



@_attrs_define
class SettingsStateServer:
    """ 
        Attributes:
            name (str):
            edit_window (int):
            delete_window (int):
            max_file_bytes (int):
            user_quota_bytes (int | None):
     """

    name: str
    edit_window: int
    delete_window: int
    max_file_bytes: int
    user_quota_bytes: int | None





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        edit_window = self.edit_window

        delete_window = self.delete_window

        max_file_bytes = self.max_file_bytes

        user_quota_bytes: int | None
        user_quota_bytes = self.user_quota_bytes


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "editWindow": edit_window,
            "deleteWindow": delete_window,
            "maxFileBytes": max_file_bytes,
            "userQuotaBytes": user_quota_bytes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        edit_window = d.pop("editWindow")

        delete_window = d.pop("deleteWindow")

        max_file_bytes = d.pop("maxFileBytes")

        def _parse_user_quota_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        user_quota_bytes = _parse_user_quota_bytes(d.pop("userQuotaBytes"))


        settings_state_server = cls(
            name=name,
            edit_window=edit_window,
            delete_window=delete_window,
            max_file_bytes=max_file_bytes,
            user_quota_bytes=user_quota_bytes,
        )

        return settings_state_server

