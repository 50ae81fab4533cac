from enum import StrEnum

class AdminChatType(StrEnum):
    CHANNEL = "channel"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
