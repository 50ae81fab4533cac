from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.found_everything_away_item import FoundEverythingAwayItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.directory_entry import DirectoryEntry
  from ..models.found_chat import FoundChat
  from ..models.found_file import FoundFile
  from ..models.found_message import FoundMessage
  from ..models.user import User





T = TypeVar("T", bound="FoundEverything")



@_attrs_define
class FoundEverything:
    """ 
        Attributes:
            people (list[User]):
            chats (list[FoundChat]):
            channels (list[DirectoryEntry]):
            files (list[FoundFile]):
            messages (list[FoundMessage]):
            away (list[FoundEverythingAwayItem]):
            is_behind (bool | Unset):
     """

    people: list[User]
    chats: list[FoundChat]
    channels: list[DirectoryEntry]
    files: list[FoundFile]
    messages: list[FoundMessage]
    away: list[FoundEverythingAwayItem]
    is_behind: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.directory_entry import DirectoryEntry # noqa: PLC0415
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_file import FoundFile # noqa: PLC0415
        from ..models.found_message import FoundMessage # noqa: PLC0415
        from ..models.user import User # noqa: PLC0415
        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)



        chats = []
        for chats_item_data in self.chats:
            chats_item = chats_item_data.to_dict()
            chats.append(chats_item)



        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)



        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)



        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)



        away = []
        for away_item_data in self.away:
            away_item = away_item_data.value
            away.append(away_item)



        is_behind = self.is_behind


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "people": people,
            "chats": chats,
            "channels": channels,
            "files": files,
            "messages": messages,
            "away": away,
        })
        if is_behind is not UNSET:
            field_dict["isBehind"] = is_behind

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.directory_entry import DirectoryEntry # noqa: PLC0415
        from ..models.found_chat import FoundChat # noqa: PLC0415
        from ..models.found_file import FoundFile # noqa: PLC0415
        from ..models.found_message import FoundMessage # noqa: PLC0415
        from ..models.user import User # noqa: PLC0415
        d = dict(src_dict)
        people = []
        _people = d.pop("people")
        for people_item_data in (_people):
            people_item = User.from_dict(people_item_data)



            people.append(people_item)


        chats = []
        _chats = d.pop("chats")
        for chats_item_data in (_chats):
            chats_item = FoundChat.from_dict(chats_item_data)



            chats.append(chats_item)


        channels = []
        _channels = d.pop("channels")
        for channels_item_data in (_channels):
            channels_item = DirectoryEntry.from_dict(channels_item_data)



            channels.append(channels_item)


        files = []
        _files = d.pop("files")
        for files_item_data in (_files):
            files_item = FoundFile.from_dict(files_item_data)



            files.append(files_item)


        messages = []
        _messages = d.pop("messages")
        for messages_item_data in (_messages):
            messages_item = FoundMessage.from_dict(messages_item_data)



            messages.append(messages_item)


        away = []
        _away = d.pop("away")
        for away_item_data in (_away):
            away_item = FoundEverythingAwayItem(away_item_data)



            away.append(away_item)


        is_behind = d.pop("isBehind", UNSET)

        found_everything = cls(
            people=people,
            chats=chats,
            channels=channels,
            files=files,
            messages=messages,
            away=away,
            is_behind=is_behind,
        )

        return found_everything

