"""What happens in the chats of an account, as it happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..generated.models import Chat, Message
from ..problems import is_for_good
from .chat_follower import Change, Place
from .followed_chats import PASSING, FollowedChats
from .line import Line
from .mailbox import Mailbox
from .unread import Unread
from .worker import Again, Worker

if TYPE_CHECKING:
    from ..parley import Parley


class Live:
    """
    `changes` has every message, each change once and in order, over whatever the network does;
    `on` has the passing events: typing, presence, calls, which are not repeated.
    """

    def __init__(
        self,
        parley: Parley,
        since: Mapping[str, Place],
        chat_ids: Collection[str] | None,
        on_error: Callable[[Exception], object],
    ) -> None:
        self._unread = Unread()
        self.changes: Mailbox[Change] = Mailbox(self._unread.read)
        """Every change since the beginning, for one who reads, until `close`."""
        self._on_error = on_error
        self._listeners: dict[str, list[Callable[[Any], object]]] = {}
        self._begun = threading.Event()
        self._failure: BaseException | None = None
        self._is_filling = False
        self._worker = Worker(self._end, self._sync)
        self._again = Again(self._worker, self._sync)
        self._line = Line(parley.url, parley.tokens, self._worker, self)
        self._chats = FollowedChats(
            parley,
            since,
            is_wanted=lambda chat_id: chat_ids is None or chat_id in chat_ids,
            tell=self._tell,
            before_page=self.changes.wait_for_reader,
            on_hole=self._fill_soon,
            on_error=self._meet_failure,
        )

    @staticmethod
    def connect(
        parley: Parley,
        *,
        since: Mapping[str, Place] | None = None,
        chat_ids: Collection[str] | None = None,
        on_error: Callable[[Exception], object] = lambda _: None,
    ) -> Live:
        """
        Returns once everything is followed; raises `ProblemError` where the token is no good.
        `since`: where each chat was when this account was last listened to, as `places` has told;
        what happened since comes first. `chat_ids`: only these are followed; without it all are.
        `on_error`: of what went wrong beside the line; it is tried again.
        """
        live = Live(parley, since or {}, chat_ids, on_error)
        live._worker.start()
        live._worker.do(live._line.open)
        try:
            live._begun.wait()
        except BaseException:
            # Who waited has had enough.
            live.close()
            raise
        if live._failure is not None:
            raise live._failure
        return live

    def on(self, name: str, listener: Callable[[Any], object]) -> Live:
        """
        Every event as it arrives, on a thread of its own, which waits for who listens. Those of
        messages may be missing or double here.
        """
        self._listeners.setdefault(name, []).append(listener)
        return self

    def ask(self, name: str, payload: Any) -> Any:
        """Says something, such as `typing`. Raises `ProblemError`, `ConnectionError`."""
        return self._line.ask(name, payload)

    def places(self) -> dict[str, Place]:
        """Where each chat is: what was read so far. Give it to the next `connect` as `since`."""
        # In this order: what is told meanwhile is unread.
        told = self._chats.places()
        return {**told, **self._unread.places()}

    def close(self) -> None:
        """Idempotent."""
        self._line.close()
        self.changes.close()
        self._worker.close()

    def __enter__(self) -> Live:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the line tells, on the worker's thread.

    def ready(self) -> None:
        self._again.reset()
        self._sync()

    def event(self, name: str, payload: Any) -> None:
        if name in ("new_message", "message_edited", "message_deleted"):
            self._chats.hear(payload["chatId"], payload["rev"], Message.from_dict(payload))
        elif name == "chat_advanced":
            self._chats.hear(payload["chatId"], payload["rev"], None)
        elif name == "chat_head":
            self._chats.note_head(payload["chatId"], payload["headRev"])
        elif name == "chat_created":
            self._chats.begin(Chat.from_dict(payload))
        elif name == "chat_deleted":
            self._chats.forget(payload["chatId"])
        for listener in self._listeners.get(name, []):
            listener(payload)

    def ended(self, error: Exception) -> None:
        self._end(error)

    def _tell(self, change: Change, before: Place) -> None:
        self._unread.add(change, before)
        self.changes.put(change)

    def _sync(self) -> None:
        try:
            self._chats.sync()
        except PASSING as error:
            # No line, a server that is away, or a token that is not for this.
            if is_for_good(error):
                self._end(error)
            else:
                self._meet_failure(error)
        else:
            self._begun.set()

    def _fill_soon(self) -> None:
        """Behind what waits already, which may be what is missing."""
        if self._is_filling:
            return
        self._is_filling = True
        self._worker.do(self._fill)

    def _fill(self) -> None:
        self._is_filling = False
        self._chats.fill_holes()

    def _meet_failure(self, error: Exception) -> None:
        """What is missing is asked for again: the line may stay up, and nobody say anything more."""
        self._on_error(error)
        if not is_for_good(error):
            self._again.soon()

    def _end(self, error: BaseException) -> None:
        self._failure = error
        self.changes.fail(error)
        self.close()
        self._begun.set()
