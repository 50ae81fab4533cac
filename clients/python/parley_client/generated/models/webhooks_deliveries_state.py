from enum import StrEnum

class WebhooksDeliveriesState(StrEnum):
    DEAD = "dead"
    DELIVERED = "delivered"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
