from enum import StrEnum

class AuditFaultReason(StrEnum):
    CHANGED = "changed"
    MISSING = "missing"
    REPLACED = "replaced"

    def __str__(self) -> str:
        return str(self.value)
