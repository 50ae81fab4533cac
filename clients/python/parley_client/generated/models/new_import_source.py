from enum import StrEnum

class NewImportSource(StrEnum):
    MATTERMOST = "mattermost"
    SLACK = "slack"

    def __str__(self) -> str:
        return str(self.value)
