from enum import StrEnum

class InvitePreviewChatType(StrEnum):
    CHANNEL = "channel"
    DIRECT = "direct"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
