from enum import StrEnum

class AvatarsReadSize(StrEnum):
    VALUE_0 = "64"
    VALUE_1 = "256"

    def __str__(self) -> str:
        return str(self.value)
