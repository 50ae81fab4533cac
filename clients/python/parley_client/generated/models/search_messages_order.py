from enum import StrEnum

class SearchMessagesOrder(StrEnum):
    BEST = "best"
    NEWEST = "newest"

    def __str__(self) -> str:
        return str(self.value)
