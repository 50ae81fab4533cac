from enum import StrEnum

class FoundEverythingAwayItem(StrEnum):
    CHANNELS = "channels"
    CHATS = "chats"
    FILES = "files"
    MESSAGES = "messages"
    PEOPLE = "people"

    def __str__(self) -> str:
        return str(self.value)
