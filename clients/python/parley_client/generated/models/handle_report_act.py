from enum import StrEnum

class HandleReportAct(StrEnum):
    BAN = "ban"
    DELETE_MESSAGE = "delete_message"
    DISMISS = "dismiss"
    MUTE = "mute"
    WARN = "warn"

    def __str__(self) -> str:
        return str(self.value)
