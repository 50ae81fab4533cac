from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.user_settings_theme import UserSettingsTheme






T = TypeVar("T", bound="UserSettings")



@_attrs_define
class UserSettings:
    """ 
        Attributes:
            receipts (bool):
            typing (bool):
            share_email (bool):
            theme (UserSettingsTheme):
            language (str):
     """

    receipts: bool
    typing: bool
    share_email: bool
    theme: UserSettingsTheme
    language: str





    def to_dict(self) -> dict[str, Any]:
        receipts = self.receipts

        typing = self.typing

        share_email = self.share_email

        theme = self.theme.value

        language = self.language


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "receipts": receipts,
            "typing": typing,
            "shareEmail": share_email,
            "theme": theme,
            "language": language,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        receipts = d.pop("receipts")

        typing = d.pop("typing")

        share_email = d.pop("shareEmail")

        theme = UserSettingsTheme(d.pop("theme"))




        language = d.pop("language")

        user_settings = cls(
            receipts=receipts,
            typing=typing,
            share_email=share_email,
            theme=theme,
            language=language,
        )

        return user_settings

