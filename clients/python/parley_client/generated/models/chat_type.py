from enum import StrEnum

class ChatType(StrEnum):
    CHANNEL = "channel"
    DIRECT = "direct"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
