from enum import StrEnum

class WebhookEventType(StrEnum):
    MESSAGE_CREATED = "message.created"
    MESSAGE_DELETED = "message.deleted"
    MESSAGE_UPDATED = "message.updated"
    PING = "ping"

    def __str__(self) -> str:
        return str(self.value)
