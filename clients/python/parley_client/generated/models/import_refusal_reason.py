from enum import StrEnum

class ImportRefusalReason(StrEnum):
    ARCHIVE_TOO_LARGE = "archive_too_large"
    BAD_JSON = "bad_json"
    DAMAGED_ARCHIVE = "damaged_archive"
    DUPLICATE_ENTRY = "duplicate_entry"
    ENCRYPTED_ENTRY = "encrypted_entry"
    FILE_GONE = "file_gone"
    FORBIDDEN = "forbidden"
    INTERNAL = "internal"
    NOT_THIS_SOURCE = "not_this_source"
    NO_ROOM = "no_room"
    RECORD_TOO_LONG = "record_too_long"
    TOO_MUCH = "too_much"
    UNKNOWN_PACKING = "unknown_packing"
    UNSAFE_NAME = "unsafe_name"

    def __str__(self) -> str:
        return str(self.value)
