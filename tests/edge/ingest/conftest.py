"""A web server of this machine's own, and a pretended internet around it."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Server:
    """`answers` maps a path to what writes the answer; `asked` keeps the Host header and path of each request."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes, **headers: str) -> str:
        """Answers 200 with this body; a header's name is given with underscores."""
        self.answers[path] = answering(200, body, **headers)
        return self.url(path)


def answering(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.headers["Host"], self.path))
            # A reader that has seen enough hangs up.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                state.answers[self.path](self)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        state = Server(http.server_port)
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield state
        state.closing.set()
        http.shutdown()
        thread.join()


@dataclass(slots=True)
class Internet:
    """`hosts` are names and their addresses; a connection to the public address ends at our own server."""

    hosts: dict[str, list[str]]
    names_asked: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)


PUBLIC = "93.184.215.14"


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    state = Internet({"news.example": [PUBLIC]})
    lookup, connect = socket.getaddrinfo, socket.create_connection

    def getaddrinfo(host: str, port: int, *args: object, **options: object) -> list[object]:
        if host not in state.hosts:
            return lookup(host, port, *args, **options)  # type: ignore[arg-type] # passed on as it came
        state.names_asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in state.hosts[host]]

    def create_connection(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        state.connected.append(address[0])
        if address[0] == "192.0.2.1":
            raise ConnectionRefusedError
        place = ("127.0.0.1", address[1]) if address[0] == PUBLIC else address
        return connect(place, *args, **options)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket, "create_connection", create_connection)
    return state
