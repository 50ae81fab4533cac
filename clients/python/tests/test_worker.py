"""Worker and Mailbox: what waits, and what becomes of too much of it."""

from __future__ import annotations

import threading

import pytest

from parley_client.realtime import mailbox as mailboxes
from parley_client.realtime import worker as workers
from parley_client.realtime.mailbox import Mailbox
from parley_client.realtime.worker import Worker


def test_does_not_do_what_is_too_much_and_says_so_when_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MAX_OFFERED", 3)
    done: list[object] = []
    is_over = threading.Event()
    worker = Worker(done.append, lambda: (done.append("overrun"), is_over.set()))
    for n in range(5):
        worker.offer(lambda n=n: done.append(n))
    worker.start()
    is_over.wait()
    worker.close()
    assert done == [0, 1, 2, "overrun"]


def test_does_at_its_time_what_nobody_cancels() -> None:
    done: list[str] = []
    is_over = threading.Event()
    worker = Worker(lambda _: None, lambda: None)

    def plan() -> None:
        worker.after(0.02, is_over.set)
        worker.after(0.01, lambda: done.append("later"))
        worker.after(0, lambda: done.append("sooner"))
        worker.after(0, lambda: done.append("never")).cancel()

    worker.do(plan)
    worker.start()
    is_over.wait()
    worker.close()
    assert done == ["sooner", "later"]


def test_tells_of_a_bug() -> None:
    told: list[BaseException] = []
    is_over = threading.Event()
    worker = Worker(lambda error: (told.append(error), is_over.set()), lambda: None)
    worker.do(lambda: 1 / 0)
    worker.start()
    is_over.wait()
    assert isinstance(told[0], ZeroDivisionError)


def test_what_waits_can_be_read_behind_the_end() -> None:
    mailbox: Mailbox[int] = Mailbox()
    mailbox.put(1)
    mailbox.fail(KeyError("over"))
    mailbox.put(2)
    assert next(mailbox) == 1
    with pytest.raises(KeyError):
        next(mailbox)


def test_gives_up_on_somebody_who_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "MAX_WAITING", 2)
    mailbox: Mailbox[int] = Mailbox()
    for n in range(3):
        mailbox.put(n)
    with pytest.raises(RuntimeError):
        next(mailbox)


def test_waits_for_who_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "ENOUGH_WAITING", 2)
    mailbox: Mailbox[int] = Mailbox()
    fetched: list[int] = []

    def fetch() -> None:
        for n in range(20):
            mailbox.wait_for_reader()
            fetched.append(n)
            mailbox.put(n)
        mailbox.close()

    fetcher = threading.Thread(target=fetch)
    fetcher.start()
    for n in mailbox:
        # Two wait, and one is read.
        assert len(fetched) <= n + 3
    fetcher.join()
