from enum import StrEnum

class RetentionPreviewItemsItemType(StrEnum):
    CHANNEL = "channel"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
