"""What is elsewhere: read there, and not sent there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from parley_client import Parley
from parley_client.problems import UnexpectedAnswer

Heard = list[tuple[str, str | None]]


@pytest.fixture
def heard() -> Heard:
    """`(path, authorization)` of each request."""
    return []


@pytest.fixture
def server(heard: Heard) -> Iterator[HTTPServer]:
    """Has a file under another name of this machine, and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append((self.path, self.headers["authorization"]))
            is_there = self.path == "/there"
            self.send_response(200 if is_there else 302)
            if not is_there:
                self.send_header("location", f"http://localhost:{self.server.server_port}/there")
            self.send_header("content-length", "5" if is_there else "0")
            self.end_headers()
            self.wfile.write(b"bytes" if is_there else b"")

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_reads_a_file_where_it_is_and_takes_no_token_there(server: HTTPServer, heard: Heard) -> None:
    parley = Parley.with_token(f"http://127.0.0.1:{server.server_port}", "secret")
    assert parley.http.get("/api/files/f1").content == b"bytes"
    assert heard == [("/api/files/f1", "Bearer secret"), ("/there", None)]


def test_sends_nothing_elsewhere(server: HTTPServer, heard: Heard) -> None:
    with pytest.raises(UnexpectedAnswer, match="302"):
        Parley.log_in(f"http://127.0.0.1:{server.server_port}", "ada", "a password")
    assert [path for path, _ in heard] == ["/api/auth/login"]
