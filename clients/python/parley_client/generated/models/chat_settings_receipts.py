from enum import StrEnum

class ChatSettingsReceipts(StrEnum):
    DEFAULT = "default"
    OFF = "off"
    ON = "on"

    def __str__(self) -> str:
        return str(self.value)
