from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.stats_away_item import StatsAwayItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.day_stats import DayStats
  from ..models.stats_calls import StatsCalls
  from ..models.stats_chats import StatsChats
  from ..models.stats_storage import StatsStorage
  from ..models.stats_users import StatsUsers





T = TypeVar("T", bound="Stats")



@_attrs_define
class Stats:
    """ 
        Attributes:
            away (list[StatsAwayItem]):
            days (list[DayStats]):
            users (StatsUsers | Unset):
            chats (StatsChats | Unset):
            storage (StatsStorage | Unset):
            calls (StatsCalls | Unset):
     """

    away: list[StatsAwayItem]
    days: list[DayStats]
    users: StatsUsers | Unset = UNSET
    chats: StatsChats | Unset = UNSET
    storage: StatsStorage | Unset = UNSET
    calls: StatsCalls | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.day_stats import DayStats # noqa: PLC0415
        from ..models.stats_calls import StatsCalls # noqa: PLC0415
        from ..models.stats_chats import StatsChats # noqa: PLC0415
        from ..models.stats_storage import StatsStorage # noqa: PLC0415
        from ..models.stats_users import StatsUsers # noqa: PLC0415
        away = []
        for away_item_data in self.away:
            away_item = away_item_data.value
            away.append(away_item)



        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        users: dict[str, Any] | Unset = UNSET
        if not isinstance(self.users, Unset):
            users = self.users.to_dict()

        chats: dict[str, Any] | Unset = UNSET
        if not isinstance(self.chats, Unset):
            chats = self.chats.to_dict()

        storage: dict[str, Any] | Unset = UNSET
        if not isinstance(self.storage, Unset):
            storage = self.storage.to_dict()

        calls: dict[str, Any] | Unset = UNSET
        if not isinstance(self.calls, Unset):
            calls = self.calls.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "away": away,
            "days": days,
        })
        if users is not UNSET:
            field_dict["users"] = users
        if chats is not UNSET:
            field_dict["chats"] = chats
        if storage is not UNSET:
            field_dict["storage"] = storage
        if calls is not UNSET:
            field_dict["calls"] = calls

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.day_stats import DayStats # noqa: PLC0415
        from ..models.stats_calls import StatsCalls # noqa: PLC0415
        from ..models.stats_chats import StatsChats # noqa: PLC0415
        from ..models.stats_storage import StatsStorage # noqa: PLC0415
        from ..models.stats_users import StatsUsers # noqa: PLC0415
        d = dict(src_dict)
        away = []
        _away = d.pop("away")
        for away_item_data in (_away):
            away_item = StatsAwayItem(away_item_data)



            away.append(away_item)


        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = DayStats.from_dict(days_item_data)



            days.append(days_item)


        _users = d.pop("users", UNSET)
        users: StatsUsers | Unset
        if isinstance(_users,  Unset):
            users = UNSET
        else:
            users = StatsUsers.from_dict(_users)




        _chats = d.pop("chats", UNSET)
        chats: StatsChats | Unset
        if isinstance(_chats,  Unset):
            chats = UNSET
        else:
            chats = StatsChats.from_dict(_chats)




        _storage = d.pop("storage", UNSET)
        storage: StatsStorage | Unset
        if isinstance(_storage,  Unset):
            storage = UNSET
        else:
            storage = StatsStorage.from_dict(_storage)




        _calls = d.pop("calls", UNSET)
        calls: StatsCalls | Unset
        if isinstance(_calls,  Unset):
            calls = UNSET
        else:
            calls = StatsCalls.from_dict(_calls)




        stats = cls(
            away=away,
            days=days,
            users=users,
            chats=chats,
            storage=storage,
            calls=calls,
        )

        return stats

