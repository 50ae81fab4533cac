from enum import StrEnum

class ServerProcessState(StrEnum):
    DRAINING = "draining"
    LOST = "lost"
    NOT_READY = "not_ready"
    READY = "ready"

    def __str__(self) -> str:
        return str(self.value)
