"""What the tests share: messages as a server has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def told() -> Callable[..., dict[str, Any]]:
    """A message as the server tells it; `told(seq, rev, text)`."""

    def message(seq: int, rev: int, text: str = "", **more: Any) -> dict[str, Any]:
        return {
            "id": f"m{seq}",
            "chatId": "c1",
            "seq": seq,
            "rev": rev,
            "senderId": "u1",
            "clientMsgId": f"k{seq}",
            "kind": "text",
            "text": text,
            "version": 1,
            "createdAt": "2026-01-01T00:00:00Z",
            **more,
        }

    return message
