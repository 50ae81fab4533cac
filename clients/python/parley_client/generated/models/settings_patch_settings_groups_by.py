from enum import StrEnum

class SettingsPatchSettingsGroupsBy(StrEnum):
    ADMINS = "admins"
    EVERYBODY = "everybody"
    MODERATORS = "moderators"

    def __str__(self) -> str:
        return str(self.value)
