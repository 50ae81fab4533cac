from enum import StrEnum

class NotificationKind(StrEnum):
    ADDED = "added"
    EVERYONE = "everyone"
    KEYWORD = "keyword"
    MENTION = "mention"
    MISSED_CALL = "missed_call"
    REACTION = "reaction"
    REPLY = "reply"

    def __str__(self) -> str:
        return str(self.value)
