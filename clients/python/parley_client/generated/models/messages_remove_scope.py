from enum import StrEnum

class MessagesRemoveScope(StrEnum):
    EVERYONE = "everyone"
    ME = "me"

    def __str__(self) -> str:
        return str(self.value)
