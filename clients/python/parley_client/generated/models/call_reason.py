from enum import StrEnum

class CallReason(StrEnum):
    BUSY = "busy"
    CANCELLED = "cancelled"
    COMPLETED = "completed"
    DECLINED = "declined"
    FAILED = "failed"
    MISSED = "missed"

    def __str__(self) -> str:
        return str(self.value)
