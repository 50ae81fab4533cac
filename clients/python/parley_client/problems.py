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
    if response.is_success or response.status_code == 304:
        return
    response.read()
    if not response.headers.get("content-type", "").startswith("application/problem+json"):
        raise UnexpectedAnswer(response.status_code)
    raise problem_of(response.json(), response.headers.get("x-request-id"))


def problem_of(told: dict[str, Any], request_id: str | None = None) -> ProblemError:
    """As a server tells it: over HTTP, in the answer to a socket event, or instead of a connection."""
    return ProblemError(told["code"], told["status"], told["title"], told["params"], request_id)


def is_for_good(error: BaseException) -> bool:
    """Whether it is in vain to ask again: a refusal that neither time nor another token changes."""
    if not isinstance(error, ProblemError):
        return False
    return 400 <= error.status < 500 and error.status not in (401, 408, 429)
