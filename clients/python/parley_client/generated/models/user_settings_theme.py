from enum import StrEnum

class UserSettingsTheme(StrEnum):
    CONTRAST = "contrast"
    DARK = "dark"
    LIGHT = "light"
    SYSTEM = "system"

    def __str__(self) -> str:
        return str(self.value)
