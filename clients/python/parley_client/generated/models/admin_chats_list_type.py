from enum import StrEnum

class AdminChatsListType(StrEnum):
    CHANNEL = "channel"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
