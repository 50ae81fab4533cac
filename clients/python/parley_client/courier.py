"""Brings requests to the server, again where that helps."""

from __future__ import annotations

import random
import time
from collections.abc import Generator
from typing import Protocol

import httpx

FIRST_WAIT_S = 0.5


class TokenSource(Protocol):
    """Where requests have their token from."""

    def fresh(self) -> str: ...

    def renew(self, refused: str) -> str | None: ...


class BearerAuth(httpx.Auth):
    """Adds the token, and exchanges a refused one once."""

    requires_request_body = True

    def __init__(self, tokens: TokenSource) -> None:
        self.tokens = tokens

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        token = self.tokens.fresh()
        request.headers["authorization"] = f"Bearer {token}"
        response = yield request
        if response.status_code != 401:
            return
        renewed = self.tokens.renew(token)
        if renewed is not None:
            request.headers["authorization"] = f"Bearer {renewed}"
            yield request


class RetryingTransport(httpx.BaseTransport):
    """Tries again what is refused as too much (429), and what may be repeated of the rest (503)."""

    def __init__(self, tries: int = 4, longest_wait_s: float = 30) -> None:
        self.inner = httpx.HTTPTransport()
        self.tries = tries
        self.longest_wait_s = longest_wait_s

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for attempt in range(1, self.tries + 1):
            response = self.inner.handle_request(request)
            wait_s = self._wait_before(request, response, attempt)
            if wait_s is None:
                return response
            response.close()
            time.sleep(wait_s)
        raise AssertionError("the last try is never repeated")

    def close(self) -> None:
        self.inner.close()

    def _wait_before(self, request: httpx.Request, response: httpx.Response, attempt: int) -> float | None:
        if attempt >= self.tries or not _is_repeatable(request, response):
            return None
        asked = response.headers.get("retry-after", "")
        wait_s = float(asked) if asked.isdigit() else FIRST_WAIT_S * 2 ** (attempt - 1) * random.uniform(0.5, 1)
        return wait_s if wait_s <= self.longest_wait_s else None


def _is_repeatable(request: httpx.Request, response: httpx.Response) -> bool:
    if response.status_code == 429:
        return True
    is_known_again = "idempotency-key" in request.headers
    return response.status_code == 503 and (is_known_again or request.method not in ("POST", "PATCH"))
