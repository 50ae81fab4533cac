"""A server, as one account may use it."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from .courier import BearerAuth, RetryingTransport, TokenSource
from .generated.client import Client
from .generated.models import Message, SendMessage
from .problems import raise_for

MARGIN_S = 30


@dataclass(frozen=True)
class Tokens:
    """What a log-in has given, as a program may keep it. `expires_at`: seconds since 1970."""

    access_token: str
    refresh_token: str
    expires_at: float


class FixedToken:
    """A token that was made for a program, and is good until somebody ends it."""

    def __init__(self, token: str) -> None:
        self.token = token

    def fresh(self) -> str:
        return self.token

    def renew(self, refused: str) -> str | None:
        return None


class RefreshedTokens:
    """The short-lived token of a log-in, exchanged in time; once, however many threads ask."""

    def __init__(self, http: httpx.Client, tokens: Tokens, on_tokens: Callable[[Tokens], object]) -> None:
        self.http = http
        self.tokens = tokens
        self.on_tokens = on_tokens
        self.lock = threading.Lock()

    def fresh(self) -> str:
        tokens = self.tokens
        if tokens.expires_at - time.time() > MARGIN_S:
            return tokens.access_token
        return self.renew(tokens.access_token)

    def renew(self, refused: str) -> str:
        with self.lock:
            if self.tokens.access_token == refused:
                body = {"refreshToken": self.tokens.refresh_token}
                self.tokens = _tokens_of(self.http.post("/api/auth/refresh", json=body).json())
                self.on_tokens(self.tokens)
            return self.tokens.access_token


class Parley:
    """`client` is what the functions under `parley_client.generated.api` ask for."""

    def __init__(self, url: str, tokens: TokenSource) -> None:
        self.url = url.rstrip("/")
        self.tokens = tokens
        self.http = _http(self.url, BearerAuth(tokens))
        self.client: Any = Client(base_url=self.url).set_httpx_client(self.http)

    @staticmethod
    def with_token(url: str, token: str) -> Parley:
        return Parley(url, FixedToken(token))

    @staticmethod
    def log_in(
        url: str, username: str, password: str, on_tokens: Callable[[Tokens], object] = lambda _: None
    ) -> Parley:
        """Raises `ProblemError`: `unauthenticated`, `forbidden`, `rate_limited`."""
        body = {"username": username, "password": password}
        with _http(url.rstrip("/")) as http:
            tokens = _tokens_of(http.post("/api/auth/login", json=body).json())
        on_tokens(tokens)
        return Parley.resume(url, tokens, on_tokens)

    @staticmethod
    def resume(url: str, tokens: Tokens, on_tokens: Callable[[Tokens], object] = lambda _: None) -> Parley:
        """Goes on with what an earlier log-in has given. `on_tokens`: told of each new pair."""
        return Parley(url, RefreshedTokens(_http(url.rstrip("/")), tokens, on_tokens))

    def send(self, chat_id: str, text: str, *, client_msg_id: str | None = None, **more: Any) -> Message:
        """
        Sends a message that is there once however often it has to be tried: it has an id of its own
        from the start, with which also a program that was restarted may try again.
        """
        client_msg_id = client_msg_id or str(uuid.uuid4())
        body = SendMessage(chat_id=chat_id, text=text, client_msg_id=client_msg_id, **more)
        headers = {"Idempotency-Key": client_msg_id}
        return Message.from_dict(self.http.post("/api/messages", json=body.to_dict(), headers=headers).json())


def anonymous(url: str) -> Any:
    """The `client` for what asks for no account: to register, to ask for the version."""
    url = url.rstrip("/")
    return Client(base_url=url).set_httpx_client(_http(url))


def items_of(operation: Any, parley: Parley, *path: str, **query: Any) -> Iterator[Any]:
    """All of a list that is paged by cursor: `items_of(admin_users_list, parley, role=…)`."""
    cursor: dict[str, str] = {}
    while True:
        page = operation.sync(*path, client=parley.client, **query, **cursor)
        yield from page.items
        if not page.page.has_more:
            return
        cursor = {"cursor": page.page.next_cursor}


class _RaisingClient(httpx.Client):
    """
    Answers with successes only. The token is exchanged below this. What is read is followed to where
    it is, such as a file in a bucket, to which the token does not go; what is sent is not.
    """

    def send(self, request: httpx.Request, **how: Any) -> httpx.Response:
        response = super().send(request, **{**how, "follow_redirects": request.method in ("GET", "HEAD")})
        raise_for(response)
        return response


def _http(url: str, auth: httpx.Auth | None = None) -> httpx.Client:
    return _RaisingClient(base_url=url, auth=auth, transport=RetryingTransport())


def _tokens_of(signed_in: dict[str, Any]) -> Tokens:
    expires_at = time.time() + signed_in["expiresIn"]
    return Tokens(signed_in["accessToken"], signed_in["refreshToken"], expires_at)
