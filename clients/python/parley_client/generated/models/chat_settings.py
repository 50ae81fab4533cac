from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chat_settings_level import ChatSettingsLevel
from ..models.chat_settings_receipts import ChatSettingsReceipts
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ChatSettings")



@_attrs_define
class ChatSettings:
    """ 
        Attributes:
            level (ChatSettingsLevel):
            muted_until (datetime.datetime | None):
            is_favourite (bool):
            receipts (ChatSettingsReceipts):
            favourite_place (int | Unset):
     """

    level: ChatSettingsLevel
    muted_until: datetime.datetime | None
    is_favourite: bool
    receipts: ChatSettingsReceipts
    favourite_place: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        level = self.level.value

        muted_until: None | str
        if isinstance(self.muted_until, datetime.datetime):
            muted_until = self.muted_until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
        else:
            muted_until = self.muted_until

        is_favourite = self.is_favourite

        receipts = self.receipts.value

        favourite_place = self.favourite_place


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "level": level,
            "mutedUntil": muted_until,
            "isFavourite": is_favourite,
            "receipts": receipts,
        })
        if favourite_place is not UNSET:
            field_dict["favouritePlace"] = favourite_place

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = ChatSettingsLevel(d.pop("level"))




        def _parse_muted_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                muted_until_type_0 = datetime.datetime.fromisoformat(data)



                return muted_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        muted_until = _parse_muted_until(d.pop("mutedUntil"))


        is_favourite = d.pop("isFavourite")

        receipts = ChatSettingsReceipts(d.pop("receipts"))




        favourite_place = d.pop("favouritePlace", UNSET)

        chat_settings = cls(
            level=level,
            muted_until=muted_until,
            is_favourite=is_favourite,
            receipts=receipts,
            favourite_place=favourite_place,
        )

        return chat_settings

