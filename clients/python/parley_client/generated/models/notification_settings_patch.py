from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notification_settings_patch_language import NotificationSettingsPatchLanguage
from ..models.notification_settings_patch_push import NotificationSettingsPatchPush
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.quiet_hours import QuietHours





T = TypeVar("T", bound="NotificationSettingsPatch")



@_attrs_define
class NotificationSettingsPatch:
    """ 
        Attributes:
            keywords (list[str] | Unset):
            quiet_hours (None | QuietHours | Unset):
            paused_until (datetime.datetime | None | Unset):
            push (NotificationSettingsPatchPush | Unset):
            mail (bool | Unset):
            sound (bool | Unset):
            plain_alerts (bool | Unset):
            language (NotificationSettingsPatchLanguage | Unset):
     """

    keywords: list[str] | Unset = UNSET
    quiet_hours: None | QuietHours | Unset = UNSET
    paused_until: datetime.datetime | None | Unset = UNSET
    push: NotificationSettingsPatchPush | Unset = UNSET
    mail: bool | Unset = UNSET
    sound: bool | Unset = UNSET
    plain_alerts: bool | Unset = UNSET
    language: NotificationSettingsPatchLanguage | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.quiet_hours import QuietHours # noqa: PLC0415
        keywords: list[str] | Unset = UNSET
        if not isinstance(self.keywords, Unset):
            keywords = self.keywords



        quiet_hours: dict[str, Any] | None | Unset
        if isinstance(self.quiet_hours, Unset):
            quiet_hours = UNSET
        elif isinstance(self.quiet_hours, QuietHours):
            quiet_hours = self.quiet_hours.to_dict()
        else:
            quiet_hours = self.quiet_hours

        paused_until: None | str | Unset
        if isinstance(self.paused_until, Unset):
            paused_until = UNSET
        elif isinstance(self.paused_until, datetime.datetime):
            paused_until = self.paused_until.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
        else:
            paused_until = self.paused_until

        push: str | Unset = UNSET
        if not isinstance(self.push, Unset):
            push = self.push.value


        mail = self.mail

        sound = self.sound

        plain_alerts = self.plain_alerts

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if keywords is not UNSET:
            field_dict["keywords"] = keywords
        if quiet_hours is not UNSET:
            field_dict["quietHours"] = quiet_hours
        if paused_until is not UNSET:
            field_dict["pausedUntil"] = paused_until
        if push is not UNSET:
            field_dict["push"] = push
        if mail is not UNSET:
            field_dict["mail"] = mail
        if sound is not UNSET:
            field_dict["sound"] = sound
        if plain_alerts is not UNSET:
            field_dict["plainAlerts"] = plain_alerts
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quiet_hours import QuietHours # noqa: PLC0415
        d = dict(src_dict)
        keywords = cast(list[str], d.pop("keywords", UNSET))


        def _parse_quiet_hours(data: object) -> None | QuietHours | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                quiet_hours_type_1 = QuietHours.from_dict(data)



                return quiet_hours_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QuietHours | Unset, data)

        quiet_hours = _parse_quiet_hours(d.pop("quietHours", UNSET))


        def _parse_paused_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_until_type_0 = datetime.datetime.fromisoformat(data)



                return paused_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        paused_until = _parse_paused_until(d.pop("pausedUntil", UNSET))


        _push = d.pop("push", UNSET)
        push: NotificationSettingsPatchPush | Unset
        if isinstance(_push,  Unset):
            push = UNSET
        else:
            push = NotificationSettingsPatchPush(_push)




        mail = d.pop("mail", UNSET)

        sound = d.pop("sound", UNSET)

        plain_alerts = d.pop("plainAlerts", UNSET)

        _language = d.pop("language", UNSET)
        language: NotificationSettingsPatchLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = NotificationSettingsPatchLanguage(_language)




        notification_settings_patch = cls(
            keywords=keywords,
            quiet_hours=quiet_hours,
            paused_until=paused_until,
            push=push,
            mail=mail,
            sound=sound,
            plain_alerts=plain_alerts,
            language=language,
        )

        return notification_settings_patch

