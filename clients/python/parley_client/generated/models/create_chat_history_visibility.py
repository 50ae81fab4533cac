from enum import StrEnum

class CreateChatHistoryVisibility(StrEnum):
    ALL = "all"
    JOINED = "joined"

    def __str__(self) -> str:
        return str(self.value)
