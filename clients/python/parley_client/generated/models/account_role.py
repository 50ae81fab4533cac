from enum import StrEnum

class AccountRole(StrEnum):
    ADMIN = "admin"
    BOT = "bot"
    GUEST = "guest"
    MEMBER = "member"
    MODERATOR = "moderator"
    OWNER = "owner"

    def __str__(self) -> str:
        return str(self.value)
