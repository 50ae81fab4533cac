from enum import StrEnum

class ChatSettingsPatchLevel(StrEnum):
    ALL = "all"
    MENTIONS = "mentions"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
