"""What goes wrong, as exceptions."""

from __future__ import annotations

from typing import Any

import httpx


class ProblemError(Exception):
    """The server has understood, and says no: an RFC 9457 problem. `code` is stable."""

    def __init__(self, code: str, status: int, title: str, params: dict[str, Any], request_id: str | None) -> None:
        super().__init__(f"{title} ({code})")
        self.code = code
        self.status = status
        self.title = title
        self.params = params
        self.request_id = request_id


class UnexpectedAnswer(Exception):
    """Something else than a Parley server has answered: a proxy, or a wrong address."""

    def __init__(self, status: int) -> None:
        super().__init__(f"The answer {status} is not one of a Parley server")
        self.status = status


def raise_for(response: httpx.Response) -> None:
    """Raises for every answer that is no success."""
    if response.status_code < 400:
        return
    response.read()
    if not response.headers.get("content-type", "").startswith("application/problem+json"):
        raise UnexpectedAnswer(response.status_code)
    body = response.json()
    request_id = response.headers.get("x-request-id")
    raise ProblemError(body["code"], body["status"], body["title"], body["params"], request_id)
