"""ChatFollower: whatever arrives when, each change is told once and in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley_client.generated.models import ChangePage, Message
from parley_client.generated.types import UNSET
from parley_client.realtime.chat_follower import Change, ChatFollower, NotYet, Place


class Log:
    """
    A chat as a server has it: each step sends a message, or edits or deletes an earlier one.
    `meanwhile`: steps that are done while somebody fetches, one with each page.
    """

    def __init__(self, told: Callable[..., dict[str, Any]], page_revs: int, meanwhile: list[int]) -> None:
        self.events: list[Message] = []
        self.slots: dict[int, Message] = {}
        self.asked = 0
        self._told = told
        self._page_revs = page_revs
        self._meanwhile = list(meanwhile)

    def step(self, choice: int) -> None:
        rev = len(self.events) + 1
        known = self.slots.get(choice % (len(self.slots) + 1))
        seq = known.seq if known else len(self.slots) + 1
        deleted = {"deletedAt": "2026-01-01T00:00:00Z"} if known and choice % 2 == 0 else {}
        message = Message.from_dict(self._told(seq, rev, f"rev {rev}", **deleted))
        self.slots[seq] = message
        self.events.append(message)

    def page(self, after_rev: int) -> ChangePage:
        """As the server pages: the slots that changed in a stretch of revs, as they are now."""
        self.asked += 1
        if self._meanwhile:
            self.step(self._meanwhile.pop())
        to_rev = min(len(self.events), after_rev + self._page_revs)
        seqs = {event.seq for event in self.events[after_rev:to_rev]}
        items = sorted((slot for slot in self.slots.values() if slot.seq in seqs), key=lambda slot: slot.rev)
        return ChangePage.from_dict(
            {
                "items": [item.to_dict() for item in items],
                "page": {
                    "afterRev": after_rev,
                    "toRev": to_rev,
                    "hasMore": to_rev < len(self.events),
                    "nextCursor": None,
                    "headSeq": len(self.slots),
                    "headRev": len(self.events),
                },
            }
        )


def follow(log: Log) -> tuple[ChatFollower, list[Change]]:
    told: list[Change] = []
    return ChatFollower("c1", Place(0, 0), log.page, lambda change, _: told.append(change)), told


def test_tells_what_arrives_in_order_without_asking_anybody(told: Callable[..., dict[str, Any]]) -> None:
    log = Log(told, 10, [])
    for choice in (0, 0, 1, 2):
        log.step(choice)
    follower, changes = follow(log)
    for event in log.events:
        follower.hear(event.rev, event)
    assert [(change.kind, change.message.rev) for change in changes] == [
        ("new_message", 1),
        ("new_message", 2),
        ("message_edited", 3),
        ("message_deleted", 4),
    ]
    assert (log.asked, follower.has_hole) == (0, False)


def test_counts_what_may_not_be_seen_and_tells_nothing_of_it(told: Callable[..., dict[str, Any]]) -> None:
    follower, changes = follow(Log(told, 10, []))
    follower.hear(1, None)
    follower.hear(2, Message.from_dict(told(2, 2)))
    assert (follower.place, len(changes)) == (Place(2, 2), 1)


def test_waits_for_a_server_that_knows_less_than_another_has_told(told: Callable[..., dict[str, Any]]) -> None:
    log = Log(told, 10, [])
    follower, changes = follow(log)
    follower.note_head(1)
    with pytest.raises(NotYet):
        follower.fill()
    log.step(0)
    follower.fill()
    assert [change.message.rev for change in changes] == [1]


@settings(
    max_examples=300,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    choices=st.lists(st.integers(0, 9), min_size=1, max_size=40),
    arrivals=st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=60),
    meanwhile=st.lists(st.integers(0, 9), max_size=10),
    page_revs=st.integers(1, 9),
)
def test_ends_where_the_server_is_whatever_arrives_each_message_new_once_and_never_older(
    told: Callable[..., dict[str, Any]],
    choices: list[int],
    arrivals: list[tuple[int, bool]],
    meanwhile: list[int],
    page_revs: int,
) -> None:
    log = Log(told, page_revs, meanwhile)
    for choice in choices:
        log.step(choice)
    follower, changes = follow(log)
    for at, is_filled in arrivals:
        event = log.events[at % len(log.events)]
        follower.hear(event.rev, event)
        if is_filled:
            follower.fill()
    while follower.place.rev < len(log.events):
        follower.note_head(len(log.events))
        follower.fill()

    latest = sorted(log.slots.values(), key=lambda slot: slot.seq)
    news = [change.message.seq for change in changes if change.kind == "new_message"]
    assert news == [slot.seq for slot in latest]
    shown: dict[int, Message] = {}
    for change in changes:
        seq, rev = change.message.seq, change.message.rev
        assert rev > (shown[seq].rev if seq in shown else 0)
        assert change.kind == "new_message" or seq in shown
        assert (change.kind == "message_deleted") <= (change.message.deleted_at is not UNSET)
        shown[seq] = change.message
    assert [shown[slot.seq] for slot in latest] == latest
