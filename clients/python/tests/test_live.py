"""Live: over a line that is refused, lost and ended, against a server that answers as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
import socketio
from werkzeug.serving import make_server

from parley_client import Parley, ProblemError, Tokens, UnexpectedAnswer
from parley_client.generated.models import Message
from parley_client.realtime import Change, Live, Place
from parley_client.realtime.followed_chats import FollowedChats

Answer = tuple[int, dict[str, Any]]

AWAY: Answer = (500, {})

SETTINGS = {"level": "all", "mutedUntil": None, "isFavourite": False, "receipts": "on"}


def problem(code: str, status: int, **params: Any) -> dict[str, Any]:
    return {"code": code, "status": status, "title": "No", "params": params}


def heads(*rows: tuple[str, int], next_cursor: str | None = None) -> Answer:
    """A page of the sync, by chats and how far they have come."""
    items = [
        {
            "chatId": chat_id,
            "headRev": head,
            "headSeq": head,
            "lastReadSeq": 0,
            "lastDeliveredSeq": 0,
            "unread": 0,
            "mentions": 0,
            "visibleFromSeq": 1,
            "myRole": "member",
            "settings": SETTINGS,
        }
        for chat_id, head in rows
    ]
    return 200, {"items": items, "page": {"hasMore": next_cursor is not None, "nextCursor": next_cursor}}


def changes(to_rev: int, *items: dict[str, Any]) -> Answer:
    page = {"afterRev": 0, "toRev": to_rev, "hasMore": False, "nextCursor": None, "headSeq": 9, "headRev": 9}
    return 200, {"items": list(items), "page": page}


class FakeServer:
    """
    Answers what it was told to, one after the other; at last always the same. `refusals`: one for
    each of the next connections.
    """

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.refusals: list[dict[str, Any]] = []
        self.tokens: list[str] = []
        self.refreshed: list[str] = []
        self.was_refreshed = threading.Event()
        self.sockets = socketio.Server(async_mode="threading", transports=["websocket"])
        self.sockets.on("connect", self._connect)
        self.sockets.on("refresh_auth", self._refresh)
        app = socketio.WSGIApp(self.sockets, self._rest)
        self._http = make_server("127.0.0.1", 0, app, threaded=True)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()

    def _connect(self, sid: str, _environ: object, auth: dict[str, str]) -> None:
        self.tokens.append(auth["token"])
        if self.refusals:
            raise socketio.exceptions.ConnectionRefusedError("Refused", self.refusals.pop(0))
        self.sockets.start_background_task(self.sockets.emit, "ready", {}, to=sid)

    def _refresh(self, _sid: str, payload: dict[str, str]) -> dict[str, bool]:
        self.refreshed.append(payload["token"])
        self.was_refreshed.set()
        return {"ok": True}

    def _rest(self, environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        planned = self.answers.get(environ["PATH_INFO"], [AWAY])
        status, body = planned.pop(0) if len(planned) > 1 else planned[0]
        kind = "application/problem+json" if "code" in body else "application/json"
        start(f"{status} Told", [("content-type", kind)])
        return [json.dumps(body).encode()]


@pytest.fixture
def server() -> Iterator[FakeServer]:
    made = FakeServer()
    yield made
    made.close()


def test_begins_where_all_chats_stood_though_half_was_not_to_be_had_at_first(server: FakeServer) -> None:
    first = heads(("c1", 1), next_cursor="more")
    server.answers["/api/sync"] = [first, AWAY, first, heads(("c2", 1))]
    errors: list[Exception] = []
    with Live.connect(Parley.with_token(server.url, "t"), on_error=errors.append) as live:
        assert live.places() == {"c1": Place(1, 1), "c2": Place(1, 1)}
    assert [type(error) for error in errors] == [UnexpectedAnswer]
    assert len(server.tokens) == 1


def test_asks_again_for_what_is_missing_while_the_line_stays_up(
    server: FakeServer, told: Callable[..., dict[str, Any]]
) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1)), heads(("c1", 2))]
    server.answers["/api/chats/c1/changes"] = [AWAY, changes(1), changes(2, told(2, 2, "missed"))]
    with Live.connect(Parley.with_token(server.url, "t")) as live:
        server.sockets.emit("chat_head", {"chatId": "c1", "headRev": 2, "headSeq": 2})
        change = next(live.changes)
    assert (change.kind, change.message.text, change.place.seq) == ("new_message", "missed", 2)
    assert len(server.tokens) == 1


def test_asks_for_nothing_that_waits_already(told: Callable[..., dict[str, Any]]) -> None:
    changed: list[Change] = []
    holes: list[str] = []
    chats = FollowedChats(
        Parley.with_token("http://127.0.0.1:1", "t"),
        {"c1": Place(0, 0)},
        is_wanted=lambda _: True,
        tell=lambda change, _: changed.append(change),
        before_page=lambda: holes.append("asked"),
        on_hole=lambda: holes.append("hole"),
        on_error=lambda _: None,
    )
    for rev in (2, 1):
        chats.hear("c1", rev, Message.from_dict(told(rev, rev)))
    chats.fill_holes()
    assert [change.message.rev for change in changed] == [1, 2]
    assert holes == ["hole"]


def test_is_where_somebody_has_read_to_whatever_waits(server: FakeServer, told: Callable[..., dict[str, Any]]) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1))]
    server.answers["/api/chats/c1/changes"] = [changes(3, told(2, 2, "one"), told(3, 3, "two"))]
    with Live.connect(Parley.with_token(server.url, "t")) as live:
        server.sockets.emit("chat_head", {"chatId": "c1", "headRev": 3, "headSeq": 3})
        first = next(live.changes)
        assert (first.message.text, first.place.seq, live.places()) == ("one", 2, {"c1": first.place})
        next(live.changes)
        assert live.places()["c1"].seq == 3


def test_ends_with_a_refusal_that_no_wait_changes_of_the_line_and_of_what_it_asks(server: FakeServer) -> None:
    lacks = problem("insufficient_scope", 403, scope="events:read")
    server.answers["/api/sync"] = [(403, lacks)]
    for _ in range(2):
        with pytest.raises(ProblemError) as refused:
            Live.connect(Parley.with_token(server.url, "t"))
        assert (refused.value.code, refused.value.params) == ("insufficient_scope", {"scope": "events:read"})
        server.refusals.append(lacks)
    assert len(server.tokens) == 2


def test_comes_back_after_a_refusal_that_passes(server: FakeServer) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1))]
    server.refusals.append(problem("rate_limited", 429, retryAfterMs=1))
    Live.connect(Parley.with_token(server.url, "t")).close()
    assert len(server.tokens) == 2


def test_comes_back_from_a_node_that_stops_and_tells_what_was_said_meanwhile(
    server: FakeServer, told: Callable[..., dict[str, Any]]
) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1)), heads(("c1", 2))]
    server.answers["/api/chats/c1/changes"] = [changes(2, told(2, 2, "missed"))]
    with Live.connect(Parley.with_token(server.url, "t")) as live:
        server.sockets.emit("draining", {"reconnectWithinMs": 1})
        assert next(live.changes).message.text == "missed"
    assert len(server.tokens) == 2


def session(server: FakeServer, given: list[Tokens]) -> Parley:
    """A log-in whose token is good for long, and can be exchanged."""
    fresh = {"accessToken": "second", "refreshToken": "r2", "expiresIn": 900}
    server.answers["/api/auth/refresh"] = [(200, fresh)]
    return Parley.resume(server.url, Tokens("first", "r1", float("inf")), given.append)


def test_exchanges_a_token_that_the_line_refuses(server: FakeServer) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1))]
    server.refusals.append(problem("token_expired", 401))
    given: list[Tokens] = []
    Live.connect(session(server, given)).close()
    assert server.tokens == ["first", "second"]
    assert [tokens.access_token for tokens in given] == ["second"]


def test_brings_a_new_token_before_the_old_one_ends(server: FakeServer) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1))]
    with Live.connect(session(server, [])):
        server.sockets.emit("auth_expiring", {})
        server.was_refreshed.wait()
    assert (server.refreshed, len(server.tokens)) == (["second"], 1)


def test_ends_when_its_only_token_does(server: FakeServer) -> None:
    server.answers["/api/sync"] = [heads(("c1", 1))]
    with Live.connect(Parley.with_token(server.url, "t")) as live:
        server.sockets.emit("problem", problem("unauthenticated", 401))
        for sid, _ in list(server.sockets.manager.get_participants("/", None)):
            server.sockets.disconnect(sid)
        with pytest.raises(ProblemError) as over:
            next(live.changes)
    assert over.value.code == "unauthenticated"
