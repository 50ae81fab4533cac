from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.workspace_settings_channels_by import WorkspaceSettingsChannelsBy
from ..models.workspace_settings_groups_by import WorkspaceSettingsGroupsBy
from ..models.workspace_settings_registration import WorkspaceSettingsRegistration
from typing import cast






T = TypeVar("T", bound="WorkspaceSettings")



@_attrs_define
class WorkspaceSettings:
    """ 
        Attributes:
            name (None | str):
            registration (WorkspaceSettingsRegistration):
            channels_by (WorkspaceSettingsChannelsBy):
            groups_by (WorkspaceSettingsGroupsBy):
            edit_window (int | None):
            delete_window (int | None):
            max_file_bytes (int | None):
            user_quota_bytes (int | None):
            retention_days (int | None):
     """

    name: None | str
    registration: WorkspaceSettingsRegistration
    channels_by: WorkspaceSettingsChannelsBy
    groups_by: WorkspaceSettingsGroupsBy
    edit_window: int | None
    delete_window: int | None
    max_file_bytes: int | None
    user_quota_bytes: int | None
    retention_days: int | None





    def to_dict(self) -> dict[str, Any]:
        name: None | str
        name = self.name

        registration = self.registration.value

        channels_by = self.channels_by.value

        groups_by = self.groups_by.value

        edit_window: int | None
        edit_window = self.edit_window

        delete_window: int | None
        delete_window = self.delete_window

        max_file_bytes: int | None
        max_file_bytes = self.max_file_bytes

        user_quota_bytes: int | None
        user_quota_bytes = self.user_quota_bytes

        retention_days: int | None
        retention_days = self.retention_days


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "registration": registration,
            "channelsBy": channels_by,
            "groupsBy": groups_by,
            "editWindow": edit_window,
            "deleteWindow": delete_window,
            "maxFileBytes": max_file_bytes,
            "userQuotaBytes": user_quota_bytes,
            "retentionDays": retention_days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))


        registration = WorkspaceSettingsRegistration(d.pop("registration"))




        channels_by = WorkspaceSettingsChannelsBy(d.pop("channelsBy"))




        groups_by = WorkspaceSettingsGroupsBy(d.pop("groupsBy"))




        def _parse_edit_window(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        edit_window = _parse_edit_window(d.pop("editWindow"))


        def _parse_delete_window(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        delete_window = _parse_delete_window(d.pop("deleteWindow"))


        def _parse_max_file_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_file_bytes = _parse_max_file_bytes(d.pop("maxFileBytes"))


        def _parse_user_quota_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        user_quota_bytes = _parse_user_quota_bytes(d.pop("userQuotaBytes"))


        def _parse_retention_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        retention_days = _parse_retention_days(d.pop("retentionDays"))


        workspace_settings = cls(
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

        return workspace_settings

