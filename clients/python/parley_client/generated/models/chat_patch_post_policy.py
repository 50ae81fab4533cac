from enum import StrEnum

class ChatPatchPostPolicy(StrEnum):
    ADMINS = "admins"
    EVERYONE = "everyone"

    def __str__(self) -> str:
        return str(self.value)
