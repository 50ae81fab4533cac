from enum import StrEnum

class NoticeKind(StrEnum):
    MUTE = "mute"
    UNMUTE = "unmute"
    WARNING = "warning"

    def __str__(self) -> str:
        return str(self.value)
