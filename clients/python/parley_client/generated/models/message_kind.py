from enum import StrEnum

class MessageKind(StrEnum):
    CALL = "call"
    FILE = "file"
    SYSTEM = "system"
    TEXT = "text"
    VOICE = "voice"

    def __str__(self) -> str:
        return str(self.value)
