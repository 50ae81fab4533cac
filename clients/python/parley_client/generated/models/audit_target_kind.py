from enum import StrEnum

class AuditTargetKind(StrEnum):
    BACKUP = "backup"
    CHAT = "chat"
    IMPORT = "import"
    JOB = "job"
    MESSAGE = "message"
    PROCESS = "process"
    REPORT = "report"
    SESSION = "session"
    TOKEN = "token"
    USER = "user"
    WEBHOOK = "webhook"
    WORKSPACE = "workspace"

    def __str__(self) -> str:
        return str(self.value)
