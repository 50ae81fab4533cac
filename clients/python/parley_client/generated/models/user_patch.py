from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.user_patch_role import UserPatchRole
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.user_patch_settings import UserPatchSettings





T = TypeVar("T", bound="UserPatch")



@_attrs_define
class UserPatch:
    """ 
        Attributes:
            name (str | Unset):
            settings (UserPatchSettings | Unset):
            role (UserPatchRole | Unset):
            is_deactivated (bool | Unset):
     """

    name: str | Unset = UNSET
    settings: UserPatchSettings | Unset = UNSET
    role: UserPatchRole | Unset = UNSET
    is_deactivated: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.user_patch_settings import UserPatchSettings # noqa: PLC0415
        name = self.name

        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role.value


        is_deactivated = self.is_deactivated


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if name is not UNSET:
            field_dict["name"] = name
        if settings is not UNSET:
            field_dict["settings"] = settings
        if role is not UNSET:
            field_dict["role"] = role
        if is_deactivated is not UNSET:
            field_dict["isDeactivated"] = is_deactivated

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user_patch_settings import UserPatchSettings # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _settings = d.pop("settings", UNSET)
        settings: UserPatchSettings | Unset
        if isinstance(_settings,  Unset):
            settings = UNSET
        else:
            settings = UserPatchSettings.from_dict(_settings)




        _role = d.pop("role", UNSET)
        role: UserPatchRole | Unset
        if isinstance(_role,  Unset):
            role = UNSET
        else:
            role = UserPatchRole(_role)




        is_deactivated = d.pop("isDeactivated", UNSET)

        user_patch = cls(
            name=name,
            settings=settings,
            role=role,
            is_deactivated=is_deactivated,
        )

        return user_patch

