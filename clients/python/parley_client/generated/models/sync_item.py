from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sync_item_my_role import SyncItemMyRole
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.chat_settings import ChatSettings





T = TypeVar("T", bound="SyncItem")



@_attrs_define
class SyncItem:
    """ 
        Attributes:
            chat_id (str):
            last_read_seq (int):
            last_delivered_seq (int):
            unread (int):
            mentions (int):
            head_seq (int):
            head_rev (int):
            visible_from_seq (int):
            my_role (SyncItemMyRole):
            settings (ChatSettings):
            hides (int | Unset):
     """

    chat_id: str
    last_read_seq: int
    last_delivered_seq: int
    unread: int
    mentions: int
    head_seq: int
    head_rev: int
    visible_from_seq: int
    my_role: SyncItemMyRole
    settings: ChatSettings
    hides: int | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.chat_settings import ChatSettings # noqa: PLC0415
        chat_id = self.chat_id

        last_read_seq = self.last_read_seq

        last_delivered_seq = self.last_delivered_seq

        unread = self.unread

        mentions = self.mentions

        head_seq = self.head_seq

        head_rev = self.head_rev

        visible_from_seq = self.visible_from_seq

        my_role = self.my_role.value

        settings = self.settings.to_dict()

        hides = self.hides


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "chatId": chat_id,
            "lastReadSeq": last_read_seq,
            "lastDeliveredSeq": last_delivered_seq,
            "unread": unread,
            "mentions": mentions,
            "headSeq": head_seq,
            "headRev": head_rev,
            "visibleFromSeq": visible_from_seq,
            "myRole": my_role,
            "settings": settings,
        })
        if hides is not UNSET:
            field_dict["hides"] = hides

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chat_settings import ChatSettings # noqa: PLC0415
        d = dict(src_dict)
        chat_id = d.pop("chatId")

        last_read_seq = d.pop("lastReadSeq")

        last_delivered_seq = d.pop("lastDeliveredSeq")

        unread = d.pop("unread")

        mentions = d.pop("mentions")

        head_seq = d.pop("headSeq")

        head_rev = d.pop("headRev")

        visible_from_seq = d.pop("visibleFromSeq")

        my_role = SyncItemMyRole(d.pop("myRole"))




        settings = ChatSettings.from_dict(d.pop("settings"))




        hides = d.pop("hides", UNSET)

        sync_item = cls(
            chat_id=chat_id,
            last_read_seq=last_read_seq,
            last_delivered_seq=last_delivered_seq,
            unread=unread,
            mentions=mentions,
            head_seq=head_seq,
            head_rev=head_rev,
            visible_from_seq=visible_from_seq,
            my_role=my_role,
            settings=settings,
            hides=hides,
        )

        return sync_item

