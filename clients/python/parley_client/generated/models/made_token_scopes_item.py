from enum import StrEnum

class MadeTokenScopesItem(StrEnum):
    ADMINREAD = "admin:read"
    ADMINWRITE = "admin:write"
    CALLSREAD = "calls:read"
    CALLSWRITE = "calls:write"
    CHATSREAD = "chats:read"
    CHATSWRITE = "chats:write"
    EVENTSREAD = "events:read"
    FILESREAD = "files:read"
    FILESWRITE = "files:write"
    MESSAGESREAD = "messages:read"
    MESSAGESWRITE = "messages:write"
    NOTIFICATIONSREAD = "notifications:read"
    NOTIFICATIONSWRITE = "notifications:write"
    SEARCHREAD = "search:read"
    USERSREAD = "users:read"
    USERSWRITE = "users:write"

    def __str__(self) -> str:
        return str(self.value)
