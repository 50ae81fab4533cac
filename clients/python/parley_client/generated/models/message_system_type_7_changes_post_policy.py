from enum import StrEnum

class MessageSystemType7ChangesPostPolicy(StrEnum):
    ADMINS = "admins"
    EVERYONE = "everyone"

    def __str__(self) -> str:
        return str(self.value)
