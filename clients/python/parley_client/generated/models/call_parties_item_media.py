from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="CallPartiesItemMedia")



@_attrs_define
class CallPartiesItemMedia:
    """ 
        Attributes:
            audio (bool):
            video (bool):
            screen (bool):
     """

    audio: bool
    video: bool
    screen: bool





    def to_dict(self) -> dict[str, Any]:
        audio = self.audio

        video = self.video

        screen = self.screen


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "audio": audio,
            "video": video,
            "screen": screen,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        audio = d.pop("audio")

        video = d.pop("video")

        screen = d.pop("screen")

        call_parties_item_media = cls(
            audio=audio,
            video=video,
            screen=screen,
        )

        return call_parties_item_media

