"""Where somebody is in a chat, and what they are told of it next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..generated.models import ChangePage, Message
from ..generated.types import UNSET

MAX_HELD = 500
"""Changes that came too early are only a head start for `fill`, which can fetch them again."""


class Place(NamedTuple):
    """Where somebody is in a chat: what changed up to `rev`, and was sent up to `seq`, is known."""

    rev: int
    seq: int


@dataclass(frozen=True)
class Change:
    """
    A message that is new, or another one than before: its whole new state. `place`: where a
    program that has dealt with this one may go on, see `Live.connect`.
    """

    kind: Literal["new_message", "message_edited", "message_deleted"]
    chat_id: str
    message: Message
    place: Place


class NotYet(Exception):
    """A server knows less of a chat than another one has told; it will know."""


class ChatFollower:
    """
    Tells what happens in one chat: each change once, in order, whatever arrives when. The next
    `rev` is told; one that is known is dropped; a later one waits until the hole before it is
    filled. `changes`: a page of what changed after a `rev`, as `GET /api/chats/:id/changes` has it.
    `tell`: told of a change, and of the place before it.
    """

    def __init__(
        self,
        chat_id: str,
        place: Place,
        changes: Callable[[int], ChangePage],
        tell: Callable[[Change, Place], None],
    ) -> None:
        self.chat_id = chat_id
        self.place = place
        self._changes = changes
        self._tell_change = tell
        self._head_rev = 0
        # By `rev`; None where there is nothing that I may see.
        self._held: dict[int, Message | None] = {}
        # Per `seq` the `rev` in which a page has told a slot that is newer than the page.
        self._told_ahead: dict[int, int] = {}

    @property
    def has_hole(self) -> bool:
        return self._head_rev > self.place.rev

    def hear(self, rev: int, message: Message | None) -> None:
        """A change that the line brings."""
        if rev <= self.place.rev:
            return
        self._held[rev] = message
        if len(self._held) > MAX_HELD:
            del self._held[max(self._held)]
        self.note_head(rev)

    def note_head(self, rev: int) -> None:
        """So much has happened in the chat."""
        self._head_rev = max(self._head_rev, rev)
        self._drain()

    def fill(self) -> None:
        """Fetches what is missing up to the head. Raises what asking raises, and `NotYet`."""
        while self.has_hole:
            page = self._changes(self.place.rev)
            if page.page.to_rev <= self.place.rev:
                raise NotYet(f"The server does not have change {self._head_rev} of {self.chat_id} yet")
            self._tell_page(page.items, page.page.to_rev)
            self._drain()

    def _tell_page(self, items: list[Message], to_rev: int) -> None:
        known = self.place
        # A message that was sent and edited meanwhile stands at its edit: it is told in its turn.
        fresh = sorted((item for item in items if item.seq > known.seq), key=lambda item: item.seq)
        for message in [*fresh, *(item for item in items if item.seq <= known.seq)]:
            self._tell(message, known.rev)
            if message.rev > to_rev:
                self._told_ahead[message.seq] = message.rev
        self.place = Place(to_rev, self.place.seq)

    def _drain(self) -> None:
        for rev in [rev for rev in self._held if rev <= self.place.rev]:
            del self._held[rev]
        while (rev := self.place.rev + 1) in self._held:
            message = self._held.pop(rev)
            if message is not None:
                self._tell(message, rev)
            self.place = Place(rev, self.place.seq)

    def _tell(self, message: Message, rev: int) -> None:
        told = self._told_ahead.get(message.seq, 0)
        if told <= message.rev:
            self._told_ahead.pop(message.seq, None)
        if told >= message.rev:
            return
        before = self.place
        after = Place(rev, max(before.seq, message.seq))
        change = Change(_kind_of(message, before.seq), self.chat_id, message, after)
        # First: whoever asks meanwhile, on another thread, must not be told that it was read.
        self._tell_change(change, before)
        self.place = after


def _kind_of(message: Message, known_seq: int) -> Literal["new_message", "message_edited", "message_deleted"]:
    """What nobody has been told of is new, even if it is gone by now."""
    if message.seq > known_seq:
        return "new_message"
    return "message_edited" if message.deleted_at is UNSET else "message_deleted"
