from enum import StrEnum

class NotificationSettingsPush(StrEnum):
    FULL = "full"
    ID_ONLY = "id-only"
    SENDER = "sender"

    def __str__(self) -> str:
        return str(self.value)
