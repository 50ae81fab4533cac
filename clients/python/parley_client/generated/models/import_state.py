from enum import StrEnum

class ImportState(StrEnum):
    DONE = "done"
    FAILED = "failed"
    PENDING = "pending"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
