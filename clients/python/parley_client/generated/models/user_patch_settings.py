from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.user_patch_settings_theme import UserPatchSettingsTheme
from ..types import UNSET, Unset






T = TypeVar("T", bound="UserPatchSettings")



@_attrs_define
class UserPatchSettings:
    """ 
        Attributes:
            receipts (bool | Unset):
            typing (bool | Unset):
            share_email (bool | Unset):
            theme (UserPatchSettingsTheme | Unset):
            language (str | Unset):
     """

    receipts: bool | Unset = UNSET
    typing: bool | Unset = UNSET
    share_email: bool | Unset = UNSET
    theme: UserPatchSettingsTheme | Unset = UNSET
    language: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        receipts = self.receipts

        typing = self.typing

        share_email = self.share_email

        theme: str | Unset = UNSET
        if not isinstance(self.theme, Unset):
            theme = self.theme.value


        language = self.language


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if receipts is not UNSET:
            field_dict["receipts"] = receipts
        if typing is not UNSET:
            field_dict["typing"] = typing
        if share_email is not UNSET:
            field_dict["shareEmail"] = share_email
        if theme is not UNSET:
            field_dict["theme"] = theme
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        receipts = d.pop("receipts", UNSET)

        typing = d.pop("typing", UNSET)

        share_email = d.pop("shareEmail", UNSET)

        _theme = d.pop("theme", UNSET)
        theme: UserPatchSettingsTheme | Unset
        if isinstance(_theme,  Unset):
            theme = UNSET
        else:
            theme = UserPatchSettingsTheme(_theme)




        language = d.pop("language", UNSET)

        user_patch_settings = cls(
            receipts=receipts,
            typing=typing,
            share_email=share_email,
            theme=theme,
            language=language,
        )

        return user_patch_settings

