from enum import StrEnum

class ImportNoteReason(StrEnum):
    CHAT_PRESENT = "chat_present"
    DIRECT_INCOMPLETE = "direct_incomplete"
    EVENT = "event"
    FILE_LINKED = "file_linked"
    FILE_MISSING = "file_missing"
    FILE_REFUSED = "file_refused"
    NOT_UNDERSTOOD = "not_understood"
    NO_CONTENT = "no_content"
    PLACEHOLDER = "placeholder"
    ROOT_MISSING = "root_missing"
    UNKNOWN_EMOJI = "unknown_emoji"
    UNKNOWN_KIND = "unknown_kind"

    def __str__(self) -> str:
        return str(self.value)
