from enum import StrEnum

class ComplaintCategory(StrEnum):
    HARASSMENT = "harassment"
    ILLEGAL = "illegal"
    OTHER = "other"
    SPAM = "spam"

    def __str__(self) -> str:
        return str(self.value)
