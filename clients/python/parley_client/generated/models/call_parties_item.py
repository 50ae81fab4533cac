from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.call_parties_item_state import CallPartiesItemState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.call_parties_item_media import CallPartiesItemMedia
  from ..models.call_parties_item_muted import CallPartiesItemMuted





T = TypeVar("T", bound="CallPartiesItem")



@_attrs_define
class CallPartiesItem:
    """ 
        Attributes:
            user_id (str):
            state (CallPartiesItemState):
            invited_by (str | Unset):
            device_id (str | Unset):
            media (CallPartiesItemMedia | Unset):
            hand_at (datetime.datetime | Unset):
            muted (CallPartiesItemMuted | Unset):
            is_removed (bool | Unset):
     """

    user_id: str
    state: CallPartiesItemState
    invited_by: str | Unset = UNSET
    device_id: str | Unset = UNSET
    media: CallPartiesItemMedia | Unset = UNSET
    hand_at: datetime.datetime | Unset = UNSET
    muted: CallPartiesItemMuted | Unset = UNSET
    is_removed: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.call_parties_item_media import CallPartiesItemMedia # noqa: PLC0415
        from ..models.call_parties_item_muted import CallPartiesItemMuted # noqa: PLC0415
        user_id = self.user_id

        state = self.state.value

        invited_by = self.invited_by

        device_id = self.device_id

        media: dict[str, Any] | Unset = UNSET
        if not isinstance(self.media, Unset):
            media = self.media.to_dict()

        hand_at: str | Unset = UNSET
        if not isinstance(self.hand_at, Unset):
            hand_at = self.hand_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        muted: dict[str, Any] | Unset = UNSET
        if not isinstance(self.muted, Unset):
            muted = self.muted.to_dict()

        is_removed = self.is_removed


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "userId": user_id,
            "state": state,
        })
        if invited_by is not UNSET:
            field_dict["invitedBy"] = invited_by
        if device_id is not UNSET:
            field_dict["deviceId"] = device_id
        if media is not UNSET:
            field_dict["media"] = media
        if hand_at is not UNSET:
            field_dict["handAt"] = hand_at
        if muted is not UNSET:
            field_dict["muted"] = muted
        if is_removed is not UNSET:
            field_dict["isRemoved"] = is_removed

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.call_parties_item_media import CallPartiesItemMedia # noqa: PLC0415
        from ..models.call_parties_item_muted import CallPartiesItemMuted # noqa: PLC0415
        d = dict(src_dict)
        user_id = d.pop("userId")

        state = CallPartiesItemState(d.pop("state"))




        invited_by = d.pop("invitedBy", UNSET)

        device_id = d.pop("deviceId", UNSET)

        _media = d.pop("media", UNSET)
        media: CallPartiesItemMedia | Unset
        if isinstance(_media,  Unset):
            media = UNSET
        else:
            media = CallPartiesItemMedia.from_dict(_media)




        _hand_at = d.pop("handAt", UNSET)
        hand_at: datetime.datetime | Unset
        if isinstance(_hand_at,  Unset):
            hand_at = UNSET
        else:
            hand_at = datetime.datetime.fromisoformat(_hand_at)




        _muted = d.pop("muted", UNSET)
        muted: CallPartiesItemMuted | Unset
        if isinstance(_muted,  Unset):
            muted = UNSET
        else:
            muted = CallPartiesItemMuted.from_dict(_muted)




        is_removed = d.pop("isRemoved", UNSET)

        call_parties_item = cls(
            user_id=user_id,
            state=state,
            invited_by=invited_by,
            device_id=device_id,
            media=media,
            hand_at=hand_at,
            muted=muted,
            is_removed=is_removed,
        )

        return call_parties_item

