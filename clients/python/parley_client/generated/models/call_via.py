from enum import StrEnum

class CallVia(StrEnum):
    PEER = "peer"
    ROOM = "room"

    def __str__(self) -> str:
        return str(self.value)
