from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_settings_patch_level import ChatSettingsPatchLevel
from ..models.chat_settings_patch_receipts import ChatSettingsPatchReceipts
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ChatSettingsPatch")



@_attrs_define
class ChatSettingsPatch:
    """ 
        Attributes:
            level (ChatSettingsPatchLevel | Unset):
            muted_until (datetime.datetime | None | Unset):
            is_favourite (bool | Unset):
            favourite_place (int | Unset):
            receipts (ChatSettingsPatchReceipts | Unset):
     """

    level: ChatSettingsPatchLevel | Unset = UNSET
    muted_until: datetime.datetime | None | Unset = UNSET
    is_favourite: bool | Unset = UNSET
    favourite_place: int | Unset = UNSET
    receipts: ChatSettingsPatchReceipts | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        level: str | Unset = UNSET
        if not isinstance(self.level, Unset):
            level = self.level.value


        muted_until: None | str | Unset
        if isinstance(self.muted_until, Unset):
            muted_until = UNSET
        elif isinstance(self.muted_until, datetime.datetime):
            muted_until = self.muted_until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
        else:
            muted_until = self.muted_until

        is_favourite = self.is_favourite

        favourite_place = self.favourite_place

        receipts: str | Unset = UNSET
        if not isinstance(self.receipts, Unset):
            receipts = self.receipts.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if level is not UNSET:
            field_dict["level"] = level
        if muted_until is not UNSET:
            field_dict["mutedUntil"] = muted_until
        if is_favourite is not UNSET:
            field_dict["isFavourite"] = is_favourite
        if favourite_place is not UNSET:
            field_dict["favouritePlace"] = favourite_place
        if receipts is not UNSET:
            field_dict["receipts"] = receipts

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _level = d.pop("level", UNSET)
        level: ChatSettingsPatchLevel | Unset
        if isinstance(_level,  Unset):
            level = UNSET
        else:
            level = ChatSettingsPatchLevel(_level)




        def _parse_muted_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                muted_until_type_0 = datetime.datetime.fromisoformat(data)



                return muted_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        muted_until = _parse_muted_until(d.pop("mutedUntil", UNSET))


        is_favourite = d.pop("isFavourite", UNSET)

        favourite_place = d.pop("favouritePlace", UNSET)

        _receipts = d.pop("receipts", UNSET)
        receipts: ChatSettingsPatchReceipts | Unset
        if isinstance(_receipts,  Unset):
            receipts = UNSET
        else:
            receipts = ChatSettingsPatchReceipts(_receipts)




        chat_settings_patch = cls(
            level=level,
            muted_until=muted_until,
            is_favourite=is_favourite,
            favourite_place=favourite_place,
            receipts=receipts,
        )

        return chat_settings_patch

