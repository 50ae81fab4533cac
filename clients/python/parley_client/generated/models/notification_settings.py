from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notification_settings_language import NotificationSettingsLanguage
from ..models.notification_settings_push import NotificationSettingsPush
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.quiet_hours import QuietHours





T = TypeVar("T", bound="NotificationSettings")



@_attrs_define
class NotificationSettings:
    """ 
        Attributes:
            keywords (list[str]):
            quiet_hours (None | QuietHours):
            paused_until (datetime.datetime | None):
            push (NotificationSettingsPush):
            mail (bool):
            sound (bool):
            plain_alerts (bool | Unset):
            language (NotificationSettingsLanguage | Unset):
     """

    keywords: list[str]
    quiet_hours: None | QuietHours
    paused_until: datetime.datetime | None
    push: NotificationSettingsPush
    mail: bool
    sound: bool
    plain_alerts: bool | Unset = UNSET
    language: NotificationSettingsLanguage | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.quiet_hours import QuietHours # noqa: PLC0415
        keywords = self.keywords



        quiet_hours: dict[str, Any] | None
        if isinstance(self.quiet_hours, QuietHours):
            quiet_hours = self.quiet_hours.to_dict()
        else:
            quiet_hours = self.quiet_hours

        paused_until: None | str
        if isinstance(self.paused_until, datetime.datetime):
            paused_until = self.paused_until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
        else:
            paused_until = self.paused_until

        push = self.push.value

        mail = self.mail

        sound = self.sound

        plain_alerts = self.plain_alerts

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
            "keywords": keywords,
            "quietHours": quiet_hours,
            "pausedUntil": paused_until,
            "push": push,
            "mail": mail,
            "sound": sound,
        })
        if plain_alerts is not UNSET:
            field_dict["plainAlerts"] = plain_alerts
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quiet_hours import QuietHours # noqa: PLC0415
        d = dict(src_dict)
        keywords = cast(list[str], d.pop("keywords"))


        def _parse_quiet_hours(data: object) -> None | QuietHours:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                quiet_hours_type_1 = QuietHours.from_dict(data)



                return quiet_hours_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QuietHours, data)

        quiet_hours = _parse_quiet_hours(d.pop("quietHours"))


        def _parse_paused_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_until_type_0 = datetime.datetime.fromisoformat(data)



                return paused_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paused_until = _parse_paused_until(d.pop("pausedUntil"))


        push = NotificationSettingsPush(d.pop("push"))




        mail = d.pop("mail")

        sound = d.pop("sound")

        plain_alerts = d.pop("plainAlerts", UNSET)

        _language = d.pop("language", UNSET)
        language: NotificationSettingsLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = NotificationSettingsLanguage(_language)




        notification_settings = cls(
            keywords=keywords,
            quiet_hours=quiet_hours,
            paused_until=paused_until,
            push=push,
            mail=mail,
            sound=sound,
            plain_alerts=plain_alerts,
            language=language,
        )

        return notification_settings

