"""A real server on a free port: what slow, endless and malformed clients get."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
import uvicorn

from provenance.web import DeskOptions, serving_options
from provenance.web.security import patience
from provenance.web.security.limits import Limits
from tests.web.guarding import Guarded

PATIENCE = 0.4
"""Seconds that the server of these tests waits."""


@pytest.fixture
def port(guarded: Guarded, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Of a desk for this machine alone, with little patience and small bodies."""
    monkeypatch.setattr(patience, "HEADER_SECONDS", PATIENCE)
    limits = Limits(body=1000, body_seconds=PATIENCE)
    config = serving_options(DeskOptions(settings=guarded.settings, port=0, limits=limits))
    config.lifespan = "off"
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def talk(port: int, *parts: bytes) -> bytes:
    """Sends the parts and reads until the server closes; what is still to be sent then is not."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as line:
        try:
            for part in parts:
                line.sendall(part)
            return b"".join(iter(lambda: line.recv(65536), b""))
        except ConnectionError:
            return b""


def head(port: int, *lines: str, method: str = "POST", path: str = "/keys") -> bytes:
    named = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept: application/json", *lines]
    return "\r\n".join([*named, "", ""]).encode()


FORM = "Content-Type: application/x-www-form-urlencoded"


def test_a_request_whose_first_lines_never_end_is_given_up(port: int) -> None:
    for begun in (b"", b"GET / HTTP/1.1\r\n", head(port, method="GET")[:-2]):
        started = time.monotonic()
        assert talk(port, begun) == b""
        assert time.monotonic() - started < 15


def test_a_second_request_on_the_same_line_is_not_waited_for_either(port: int) -> None:
    answer = talk(port, head(port, method="GET", path="/static/desk.css"), b"GET / HTT")
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.count(b"HTTP/1.1") == 1


def test_a_body_that_never_comes_is_answered_with_408(port: int) -> None:
    for length in ("Content-Length: 100", "Transfer-Encoding: chunked"):
        answer = talk(port, head(port, FORM, length))
        assert answer.startswith(b"HTTP/1.1 408")
        assert b"nothing was stored" in answer


def test_a_body_beyond_the_limit_is_answered_with_413_before_it_is_there(port: int) -> None:
    answer = talk(port, head(port, FORM, "Content-Length: 100000000"))
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in answer.lower()


def test_a_body_that_no_page_reads_is_not_read_for_ever(port: int) -> None:
    answer = talk(port, head(port, "Content-Type: application/json", "Content-Length: 100", path="/nothing"))
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"connection: close" in answer.lower()


def test_a_body_in_chunks_is_counted_as_it_comes(port: int) -> None:
    chunk = b"190\r\n" + b"x" * 400 + b"\r\n"
    answer = talk(port, head(port, FORM, "Transfer-Encoding: chunked"), *[chunk] * 4)
    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "request_lines",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\x00\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxx",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 2_000_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_a_malformed_request_is_answered_with_400(port: int, request_lines: bytes) -> None:
    """Or closed: a client that is still sending may miss the answer."""
    assert talk(port, request_lines)[:12] in (b"HTTP/1.1 400", b"")


def test_a_length_and_chunks_at_once_do_not_hide_a_second_request(port: int) -> None:
    hidden = head(port, "Connection: close", method="GET", path="/static/desk.css")
    body = b"0\r\n\r\n" + hidden
    answer = talk(port, head(port, FORM, "Content-Length: 5", "Transfer-Encoding: chunked", "Connection: close") + body)
    assert answer.count(b"HTTP/1.1") <= 1


def test_the_server_does_not_say_what_it_is_made_of(port: int) -> None:
    answer = talk(port, head(port, "Connection: close", method="GET", path="/static/desk.css")).lower()
    assert b"server:" not in answer
    assert b"uvicorn" not in answer


def test_another_name_is_not_answered_to(port: int) -> None:
    answer = talk(port, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 421")
    absolute = talk(port, b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n")
    assert absolute.startswith(b"HTTP/1.1 421")


def test_what_a_client_says_of_its_own_address_and_scheme_is_not_believed(port: int) -> None:
    lines = ("Connection: close", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Host: evil")
    answer = talk(port, head(port, *lines, method="GET", path="/sign-in"))
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"strict-transport-security" not in answer.lower()
    assert b"evil" not in answer
