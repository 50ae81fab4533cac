from enum import StrEnum

class MessageSystemType0TraitsHistoryVisibility(StrEnum):
    ALL = "all"
    JOINED = "joined"

    def __str__(self) -> str:
        return str(self.value)
