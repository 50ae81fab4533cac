"""The thread on which all of a line happens, and when what failed is tried again."""

from __future__ import annotations

import heapq
import itertools
import queue
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Work = Callable[[], object]

MAX_OFFERED = 10_000
FIRST_WAIT_S = 0.25
LONGEST_WAIT_S = 5.0


@dataclass(order=True)
class Timer:
    """What is done at a time, unless somebody cancels it before."""

    at: float
    order: int
    work: Work = field(compare=False)
    is_cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        self.is_cancelled = True


class Worker:
    """
    One thread: things are done one after the other, and some at a time. `on_failure`: something
    raised what nobody has expected; it was the last thing that was done. `on_overrun`: so much was
    offered that some was dropped; told when the rest is done.
    """

    def __init__(self, on_failure: Callable[[BaseException], object], on_overrun: Work) -> None:
        self._on_failure = on_failure
        self._on_overrun = on_overrun
        self._waiting: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._timers: list[Timer] = []
        self._orders = itertools.count()
        self._has_dropped = False
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="parley-live", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def do(self, work: Work) -> None:
        """From any thread."""
        self._waiting.put(work)

    def offer(self, work: Work) -> None:
        """From any thread: what comes from outside, and is not done if too much waits already."""
        if self._waiting.qsize() < MAX_OFFERED:
            self.do(work)
        else:
            self._has_dropped = True

    def after(self, seconds: float, work: Work) -> Timer:
        """Only from the worker's own thread."""
        timer = Timer(time.monotonic() + seconds, next(self._orders), work)
        heapq.heappush(self._timers, timer)
        return timer

    def close(self) -> None:
        """What waits is not done. Idempotent, from any thread."""
        self._is_closed = True
        self._waiting.put(lambda: None)

    def _run(self) -> None:
        try:
            while not self._is_closed:
                self._step()
        except BaseException as error:
            # A bug: the program that reads has to hear of it, which does not run here.
            self._on_failure(error)

    def _step(self) -> None:
        while self._timers and self._timers[0].at <= time.monotonic():
            timer = heapq.heappop(self._timers)
            if not timer.is_cancelled:
                timer.work()
        wait_s = max(0, self._timers[0].at - time.monotonic()) if self._timers else None
        try:
            self._waiting.get(timeout=wait_s)()
        except queue.Empty:
            # It is time for something else.
            pass
        if self._has_dropped and self._waiting.empty():
            self._has_dropped = False
            self._on_overrun()


class Again:
    """Does what has failed once more: after a random part of a time that doubles with each failure."""

    def __init__(self, worker: Worker, work: Work) -> None:
        self._worker = worker
        self._work = work
        self._failures = 0
        self._timer: Timer | None = None

    def soon(self, at_least_s: float = 0) -> None:
        """It has failed. Of many who say so at once one is heard."""
        if self._timer is not None:
            return
        bound = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(self._failures, 16))
        self._failures += 1
        self._timer = self._worker.after(max(at_least_s, random.uniform(0, bound)), self._act)

    def reset(self) -> None:
        """All begins anew: what waited is not done, and the next wait is a short one."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        self._failures = 0

    def _act(self) -> None:
        self._timer = None
        self._work()
