from enum import StrEnum

class ChatSettingsLevel(StrEnum):
    ALL = "all"
    MENTIONS = "mentions"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
