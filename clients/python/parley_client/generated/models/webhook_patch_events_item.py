from enum import StrEnum

class WebhookPatchEventsItem(StrEnum):
    MESSAGE_CREATED = "message.created"
    MESSAGE_DELETED = "message.deleted"
    MESSAGE_UPDATED = "message.updated"

    def __str__(self) -> str:
        return str(self.value)
