from enum import StrEnum

class FilesPreviewSize(StrEnum):
    VALUE_0 = "320"
    VALUE_1 = "1280"

    def __str__(self) -> str:
        return str(self.value)
