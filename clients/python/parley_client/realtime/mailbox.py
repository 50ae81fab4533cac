"""What waits for whoever reads."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")

MAX_WAITING = 10_000
"""What may wait for who reads: more than this, and somebody has forgotten to."""

ENOUGH_WAITING = 1_000
"""With so many, what can be fetched later is not fetched yet."""


class Mailbox(Generic[Item]):
    """A queue with one end to read, by `for`. What is put after its end is dropped."""

    def __init__(self, read: Callable[[Item], None] = lambda _: None) -> None:
        """`read`: told of each item that somebody takes."""
        self._read = read
        self._waiting: deque[Item] = deque()
        self._moved = threading.Condition()
        self._failure: BaseException | None = None
        self._is_closed = False

    def put(self, item: Item) -> None:
        with self._moved:
            if self._is_closed:
                return
            self._waiting.append(item)
            self._moved.notify_all()
            is_forgotten = len(self._waiting) > MAX_WAITING
            if is_forgotten:
                self._waiting.clear()
        if is_forgotten:
            self.fail(RuntimeError(f"{MAX_WAITING} changes waited, and nobody has read them"))

    def close(self) -> None:
        """What waits can be read yet. Idempotent."""
        with self._moved:
            self._is_closed = True
            self._moved.notify_all()

    def fail(self, error: BaseException) -> None:
        """As `close`, but whoever reads on is told why."""
        with self._moved:
            if not self._is_closed:
                self._failure = error
        self.close()

    def wait_for_reader(self) -> None:
        """Until few enough wait, or nobody reads any more."""
        with self._moved:
            self._moved.wait_for(lambda: self._is_closed or len(self._waiting) < ENOUGH_WAITING)

    def next(self, timeout: float | None = None) -> Item:
        """Raises `StopIteration` at the end, and `TimeoutError` after so many seconds without news."""
        with self._moved:
            if not self._moved.wait_for(lambda: self._waiting or self._is_closed, timeout):
                raise TimeoutError("Nothing has changed")
            self._moved.notify_all()
            if self._waiting:
                item = self._waiting.popleft()
                self._read(item)
                return item
            if self._failure is not None:
                raise self._failure
            raise StopIteration

    def __iter__(self) -> Mailbox[Item]:
        return self

    def __next__(self) -> Item:
        return self.next()
