"""What is a success, and what is raised instead."""

from __future__ import annotations

import httpx
import pytest

from parley_client.problems import ProblemError, UnexpectedAnswer, raise_for


@pytest.mark.parametrize("status", [200, 201, 204, 206, 304])
def test_lets_a_success_pass(status: int) -> None:
    raise_for(httpx.Response(status))


@pytest.mark.parametrize("status", [301, 308, 404, 502])
def test_names_what_no_parley_server_says(status: int) -> None:
    with pytest.raises(UnexpectedAnswer, match=str(status)):
        raise_for(httpx.Response(status, headers={"location": "https://chat.example/"}, text="Moved"))


def test_raises_a_problem_as_it_was_told() -> None:
    told = {"code": "gone", "status": 410, "title": "Gone", "params": {}}
    headers = {"content-type": "application/problem+json", "x-request-id": "r1"}
    with pytest.raises(ProblemError) as raised:
        raise_for(httpx.Response(410, headers=headers, json=told))
    assert (raised.value.code, raised.value.request_id) == ("gone", "r1")
