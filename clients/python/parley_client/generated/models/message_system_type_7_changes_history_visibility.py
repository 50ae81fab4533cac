from enum import StrEnum

class MessageSystemType7ChangesHistoryVisibility(StrEnum):
    ALL = "all"
    JOINED = "joined"

    def __str__(self) -> str:
        return str(self.value)
