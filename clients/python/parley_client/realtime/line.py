"""The socket of an account, which comes back by itself."""

from __future__ import annotations

import queue
import random
import threading
from typing import Any, Protocol

import httpx
import socketio
from socketio.exceptions import ConnectionError as NobodyThere
from socketio.exceptions import SocketIOError

from ..courier import TokenSource
from ..problems import ProblemError, UnexpectedAnswer, is_for_good, problem_of
from .worker import Again, Timer, Worker

ACK_TIMEOUT_S = 20
READY_TIMEOUT_S = 20
TOKEN_CODES = ("token_expired", "unauthenticated")


class LineListener(Protocol):
    """What a line tells, all of it on the worker's thread."""

    def ready(self) -> None: ...

    def event(self, name: str, payload: Any) -> None: ...

    def ended(self, error: Exception) -> None:
        """For good: the server takes no token of ours any more, or has refused what no wait changes."""


class Line:
    """
    Comes back after a random part of a time that doubles, so that the clients of a stopped server
    do not come back together. Whatever is not said to be from any thread is the worker's.
    """

    def __init__(self, url: str, tokens: TokenSource, worker: Worker, listener: LineListener) -> None:
        self._url = url
        self._tokens = tokens
        self._worker = worker
        self._listener = listener
        self._again = Again(worker, self.open)
        self._client: socketio.Client | None = None
        self._deadline: Timer | None = None
        self._token = ""
        self._is_spent = False
        self._is_ready = False
        self._is_closed = False
        self._asked: set[queue.SimpleQueue[Any]] = set()

    def open(self) -> None:
        try:
            has_token = self._have_token()
        except (ProblemError, UnexpectedAnswer, httpx.HTTPError) as error:
            # The server that gives tokens is away, or it gives none: then there is no way on.
            if isinstance(error, ProblemError) and error.status == 401:
                self._listener.ended(error)
            else:
                self._come_back()
            return
        if has_token and not self._is_closed:
            self._connect()

    def close(self) -> None:
        """Idempotent, from any thread."""
        self._is_closed = True
        self._leave()

    def ask(self, name: str, payload: Any) -> Any:
        """From any thread. Raises `ProblemError` for a refusal, `ConnectionError` if no answer came."""
        client = self._client
        if client is None or not self._is_ready:
            raise ConnectionError("There is no connection")
        answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._asked.add(answers)
        try:
            client.emit(name, payload, callback=answers.put)
            answer = answers.get(timeout=ACK_TIMEOUT_S)
        except (SocketIOError, queue.Empty) as error:
            # The line went away, or the server did not answer in time.
            raise ConnectionError("No answer came") from error
        finally:
            self._asked.discard(answers)
        if answer is None:
            raise ConnectionError("The line went away")
        if not answer["ok"]:
            raise problem_of(answer["problem"])
        return answer

    def _have_token(self) -> bool:
        """False where the refused token was the only one."""
        token = self._tokens.renew(self._token) if self._is_spent else self._tokens.fresh()
        if token is None:
            self._listener.ended(ProblemError("unauthenticated", 401, "The token is not good any more", {}, None))
            return False
        self._token = token
        self._is_spent = False
        return True

    def _connect(self) -> None:
        client = socketio.Client(reconnection=False, handle_sigint=False)
        self._client = client
        self._deadline = self._worker.after(READY_TIMEOUT_S, lambda: self._lost(client))
        client.on("*", lambda name, payload=None: self._worker.offer(lambda: self._hear(client, name, payload)))
        client.on("connect_error", lambda data=None: self._worker.do(lambda: self._meet_refusal(client, data)))
        threading.Thread(target=self._attend, args=(client, self._token), name="parley-line", daemon=True).start()

    def _attend(self, client: socketio.Client, token: str) -> None:
        """A thread of its own: to connect takes its time, and only who waits hears of every end."""
        try:
            client.connect(self._url, auth={"token": token}, transports=["websocket"], wait=False)
            if self._client is not client:
                client.disconnect()
            client.eio.wait()
        except NobodyThere:
            # A server that is away.
            pass
        finally:
            self._worker.do(lambda: self._lost(client))

    def _hear(self, client: socketio.Client, name: str, payload: Any) -> None:
        if self._client is not client:
            return
        if name == "auth_expiring":
            self._bring_token(client)
        elif name == "draining":
            # The node stops: its clients leave it one after the other.
            wait_s = random.uniform(0, payload["reconnectWithinMs"] / 1000)
            self._worker.after(wait_s, lambda: self._lost(client))
        elif name == "problem":
            self._is_spent = self._is_spent or payload["code"] in TOKEN_CODES
        elif name == "ready":
            self._is_ready = True
            self._again.reset()
            if self._deadline is not None:
                self._deadline.cancel()
            self._listener.ready()
        self._listener.event(name, payload)

    def _bring_token(self, client: socketio.Client) -> None:
        try:
            self._token = self._tokens.renew(self._token) or self._token
            client.emit("refresh_auth", {"token": self._token})
        except (ProblemError, UnexpectedAnswer, httpx.HTTPError, SocketIOError):
            # Every way to fail ends alike: the server ends the line, and the next one has a new token.
            pass

    def _meet_refusal(self, client: socketio.Client, data: Any) -> None:
        if self._client is not client:
            return
        told = data.get("data") if isinstance(data, dict) else None
        problem = problem_of(told) if isinstance(told, dict) and "code" in told else None
        if problem is not None and is_for_good(problem):
            self._listener.ended(problem)
            return
        self._is_spent = problem is not None and problem.code in TOKEN_CODES
        self._come_back(problem.params.get("retryAfterMs", 0) / 1000 if problem else 0)

    def _lost(self, client: socketio.Client) -> None:
        if self._client is client:
            self._come_back()

    def _come_back(self, at_least_s: float = 0) -> None:
        self._leave()
        if not self._is_closed:
            self._again.soon(at_least_s)

    def _leave(self) -> None:
        client, self._client = self._client, None
        self._is_ready = False
        for answers in list(self._asked):
            answers.put(None)
        if client is not None:
            # It waits for the thread that reads, and for a server that may be gone.
            threading.Thread(target=client.disconnect, name="parley-leave", daemon=True).start()
