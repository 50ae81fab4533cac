from enum import StrEnum

class FilePreview(StrEnum):
    FAILED = "failed"
    NONE = "none"
    PENDING = "pending"
    READY = "ready"

    def __str__(self) -> str:
        return str(self.value)
