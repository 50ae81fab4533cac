from enum import StrEnum

class ProfileStatus(StrEnum):
    AWAY = "away"
    DND = "dnd"
    OFFLINE = "offline"
    ONLINE = "online"

    def __str__(self) -> str:
        return str(self.value)
