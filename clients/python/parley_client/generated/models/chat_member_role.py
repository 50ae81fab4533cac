from enum import StrEnum

class ChatMemberRole(StrEnum):
    ADMIN = "admin"
    MEMBER = "member"
    OWNER = "owner"
    READONLY = "readonly"

    def __str__(self) -> str:
        return str(self.value)
