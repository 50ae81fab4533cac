from enum import StrEnum

class ChatFileKind(StrEnum):
    DOCUMENT = "document"
    OTHER = "other"
    SOUND = "sound"
    VISUAL = "visual"

    def __str__(self) -> str:
        return str(self.value)
