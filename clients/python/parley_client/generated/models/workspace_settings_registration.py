from enum import StrEnum

class WorkspaceSettingsRegistration(StrEnum):
    CLOSED = "closed"
    INVITATION = "invitation"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
