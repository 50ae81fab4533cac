from enum import StrEnum

class MessageSystemType0TraitsPostPolicy(StrEnum):
    ADMINS = "admins"
    EVERYONE = "everyone"

    def __str__(self) -> str:
        return str(self.value)
