from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.settings_state_server import SettingsStateServer
  from ..models.workspace_settings import WorkspaceSettings





T = TypeVar("T", bound="SettingsState")



@_attrs_define
class SettingsState:
    """ 
        Attributes:
            version (int):
            settings (WorkspaceSettings):
            server (SettingsStateServer):
     """

    version: int
    settings: WorkspaceSettings
    server: SettingsStateServer





    def to_dict(self) -> dict[str, Any]:
        from ..models.settings_state_server import SettingsStateServer # noqa: PLC0415
        from ..models.workspace_settings import WorkspaceSettings # noqa: PLC0415
        version = self.version

        settings = self.settings.to_dict()

        server = self.server.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "version": version,
            "settings": settings,
            "server": server,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.settings_state_server import SettingsStateServer # noqa: PLC0415
        from ..models.workspace_settings import WorkspaceSettings # noqa: PLC0415
        d = dict(src_dict)
        version = d.pop("version")

        settings = WorkspaceSettings.from_dict(d.pop("settings"))




        server = SettingsStateServer.from_dict(d.pop("server"))




        settings_state = cls(
            version=version,
            settings=settings,
            server=server,
        )

        return settings_state

