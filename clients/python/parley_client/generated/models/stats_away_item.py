from enum import StrEnum

class StatsAwayItem(StrEnum):
    CALLS = "calls"
    CHATS = "chats"
    STORAGE = "storage"
    USERS = "users"

    def __str__(self) -> str:
        return str(self.value)
