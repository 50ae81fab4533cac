from enum import StrEnum

class ChatRetentionType(StrEnum):
    CHANNEL = "channel"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
