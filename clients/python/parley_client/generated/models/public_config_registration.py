from enum import StrEnum

class PublicConfigRegistration(StrEnum):
    CLOSED = "closed"
    INVITATION = "invitation"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
