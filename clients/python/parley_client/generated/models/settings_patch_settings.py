from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.settings_patch_settings_channels_by import SettingsPatchSettingsChannelsBy
from ..models.settings_patch_settings_groups_by import SettingsPatchSettingsGroupsBy
from ..models.settings_patch_settings_registration import SettingsPatchSettingsRegistration
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="SettingsPatchSettings")



@_attrs_define
class SettingsPatchSettings:
    """ 
        Attributes:
            name (None | str | Unset):
            registration (SettingsPatchSettingsRegistration | Unset):
            channels_by (SettingsPatchSettingsChannelsBy | Unset):
            groups_by (SettingsPatchSettingsGroupsBy | Unset):
            edit_window (int | None | Unset):
            delete_window (int | None | Unset):
            max_file_bytes (int | None | Unset):
            user_quota_bytes (int | None | Unset):
            retention_days (int | None | Unset):
     """

    name: None | str | Unset = UNSET
    registration: SettingsPatchSettingsRegistration | Unset = UNSET
    channels_by: SettingsPatchSettingsChannelsBy | Unset = UNSET
    groups_by: SettingsPatchSettingsGroupsBy | Unset = UNSET
    edit_window: int | None | Unset = UNSET
    delete_window: int | None | Unset = UNSET
    max_file_bytes: int | None | Unset = UNSET
    user_quota_bytes: int | None | Unset = UNSET
    retention_days: int | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        registration: str | Unset = UNSET
        if not isinstance(self.registration, Unset):
            registration = self.registration.value


        channels_by: str | Unset = UNSET
        if not isinstance(self.channels_by, Unset):
            channels_by = self.channels_by.value


        groups_by: str | Unset = UNSET
        if not isinstance(self.groups_by, Unset):
            groups_by = self.groups_by.value


        edit_window: int | None | Unset
        if isinstance(self.edit_window, Unset):
            edit_window = UNSET
        else:
            edit_window = self.edit_window

        delete_window: int | None | Unset
        if isinstance(self.delete_window, Unset):
            delete_window = UNSET
        else:
            delete_window = self.delete_window

        max_file_bytes: int | None | Unset
        if isinstance(self.max_file_bytes, Unset):
            max_file_bytes = UNSET
        else:
            max_file_bytes = self.max_file_bytes

        user_quota_bytes: int | None | Unset
        if isinstance(self.user_quota_bytes, Unset):
            user_quota_bytes = UNSET
        else:
            user_quota_bytes = self.user_quota_bytes

        retention_days: int | None | Unset
        if isinstance(self.retention_days, Unset):
            retention_days = UNSET
        else:
            retention_days = self.retention_days


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if registration is not UNSET:
            field_dict["registration"] = registration
        if channels_by is not UNSET:
            field_dict["channelsBy"] = channels_by
        if groups_by is not UNSET:
            field_dict["groupsBy"] = groups_by
        if edit_window is not UNSET:
            field_dict["editWindow"] = edit_window
        if delete_window is not UNSET:
            field_dict["deleteWindow"] = delete_window
        if max_file_bytes is not UNSET:
            field_dict["maxFileBytes"] = max_file_bytes
        if user_quota_bytes is not UNSET:
            field_dict["userQuotaBytes"] = user_quota_bytes
        if retention_days is not UNSET:
            field_dict["retentionDays"] = retention_days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))


        _registration = d.pop("registration", UNSET)
        registration: SettingsPatchSettingsRegistration | Unset
        if isinstance(_registration,  Unset):
            registration = UNSET
        else:
            registration = SettingsPatchSettingsRegistration(_registration)




        _channels_by = d.pop("channelsBy", UNSET)
        channels_by: SettingsPatchSettingsChannelsBy | Unset
        if isinstance(_channels_by,  Unset):
            channels_by = UNSET
        else:
            channels_by = SettingsPatchSettingsChannelsBy(_channels_by)




        _groups_by = d.pop("groupsBy", UNSET)
        groups_by: SettingsPatchSettingsGroupsBy | Unset
        if isinstance(_groups_by,  Unset):
            groups_by = UNSET
        else:
            groups_by = SettingsPatchSettingsGroupsBy(_groups_by)




        def _parse_edit_window(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        edit_window = _parse_edit_window(d.pop("editWindow", UNSET))


        def _parse_delete_window(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        delete_window = _parse_delete_window(d.pop("deleteWindow", UNSET))


        def _parse_max_file_bytes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_file_bytes = _parse_max_file_bytes(d.pop("maxFileBytes", UNSET))


        def _parse_user_quota_bytes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        user_quota_bytes = _parse_user_quota_bytes(d.pop("userQuotaBytes", UNSET))


        def _parse_retention_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        retention_days = _parse_retention_days(d.pop("retentionDays", UNSET))


        settings_patch_settings = cls(
            name=name,
            registration=registration,
            channels_by=channels_by,
            groups_by=groups_by,
            edit_window=edit_window,
            delete_window=delete_window,
            max_file_bytes=max_file_bytes,
            user_quota_bytes=user_quota_bytes,
            retention_days=retention_days,
        )

        return settings_patch_settings

