from enum import StrEnum

class MadeAnnouncementState(StrEnum):
    LIVE = "live"
    OVER = "over"
    PLANNED = "planned"

    def __str__(self) -> str:
        return str(self.value)
