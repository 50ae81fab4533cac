from enum import StrEnum

class JobState(StrEnum):
    DELAYED = "delayed"
    FAILED = "failed"
    RUNNING = "running"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
