from enum import StrEnum

class ChatPostPolicy(StrEnum):
    ADMINS = "admins"
    EVERYONE = "everyone"

    def __str__(self) -> str:
        return str(self.value)
