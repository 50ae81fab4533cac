"""What was told, and is not read yet."""

from __future__ import annotations

import threading

from .chat_follower import Change, Place


class Unread:
    """
    Where each chat was before the first of its changes that nobody has read yet: who stops now goes
    on from there. What is dropped is never read.
    """

    def __init__(self) -> None:
        self._chats: dict[str, tuple[Place, int]] = {}
        self._lock = threading.Lock()

    def add(self, change: Change, before: Place) -> None:
        """`before`: where its chat was."""
        with self._lock:
            place, count = self._chats.get(change.chat_id, (before, 0))
            self._chats[change.chat_id] = (place, count + 1)

    def read(self, change: Change) -> None:
        """The first one of its chat."""
        with self._lock:
            _, count = self._chats.pop(change.chat_id)
            if count > 1:
                self._chats[change.chat_id] = (change.place, count - 1)

    def places(self) -> dict[str, Place]:
        with self._lock:
            return {chat_id: place for chat_id, (place, _) in self._chats.items()}
