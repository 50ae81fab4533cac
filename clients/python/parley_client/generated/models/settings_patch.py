from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.settings_patch_settings import SettingsPatchSettings





T = TypeVar("T", bound="SettingsPatch")



@_attrs_define
class SettingsPatch:
    """ 
        Attributes:
            settings (SettingsPatchSettings):
            version (int | Unset):
            reason (str | Unset):
     """

    settings: SettingsPatchSettings
    version: int | Unset = UNSET
    reason: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.settings_patch_settings import SettingsPatchSettings # noqa: PLC0415
        settings = self.settings.to_dict()

        version = self.version

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "settings": settings,
        })
        if version is not UNSET:
            field_dict["version"] = version
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.settings_patch_settings import SettingsPatchSettings # noqa: PLC0415
        d = dict(src_dict)
        settings = SettingsPatchSettings.from_dict(d.pop("settings"))




        version = d.pop("version", UNSET)

        reason = d.pop("reason", UNSET)

        settings_patch = cls(
            settings=settings,
            version=version,
            reason=reason,
        )

        return settings_patch

