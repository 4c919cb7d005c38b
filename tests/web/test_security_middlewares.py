"""What stands before the desk, each by itself before a plain application."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.web.security.bodies import BodyGuard
from provenance.web.security.buckets import HELD, Buckets
from provenance.web.security.cookies import SESSION, Cookies
from provenance.web.security.gate import bucket_address, client_address
from provenance.web.security.headers import SafeHeaders
from provenance.web.security.hosts import HostCheck
from provenance.web.security.limits import Limits, Rate, is_under
from provenance.web.security.places import own_page
from tests.web.guarding import Clock


async def plain(scope: Scope, receive: Receive, send: Send) -> None:
    """Says how much came."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"{len(body)} bytes")(scope, receive, send)


def ask(app: ASGIApp, method: str = "GET", path: str = "/", **options: Any) -> httpx.Response:
    """Any: what httpx takes."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            return await client.request(method, path, **options)

    return asyncio.run(asked())


def asking(host: str, bound: str = "127.0.0.1", names: tuple[str, ...] = ()) -> int:
    app = HostCheck(plain, names=names, bound=bound)
    return ask(app, headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "localhost."])
def test_the_desk_answers_to_the_names_of_this_machine(host: str) -> None:
    assert asking(host) == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8000", 421),
        ("192.0.2.7", 421),
        ("2130706433", 421),
        ("0x7f000001", 421),
        ("127.1", 421),
        ("[::ffff:7f00:1]", 421),
        ("0.0.0.0", 421),  # noqa: S104
        ("", 400),
        ("local host", 400),
        ("localhost:80:80", 400),
        ("localhost:http", 400),
        ("[::1", 400),
        ("[evil]", 400),
        ("evil@localhost", 400),
        ("localhost/evil", 400),
        ("<script>", 400),
    ],
)
def test_a_name_that_leads_here_by_trickery_is_refused_in_words(host: str, status: int) -> None:
    answer = ask(HostCheck(plain, names=(), bound="127.0.0.1"), headers={"Host": host, "Accept": "text/html"})
    assert answer.status_code == status
    assert "bytes" not in answer.text
    assert "<script>" not in answer.text


def test_two_hosts_or_none_are_refused() -> None:
    for hosts in ([], [b"localhost", b"evil.example"]):
        scope = {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": b"",
            "headers": [(b"host", h) for h in hosts],
        }
        sent: list[Message] = []

        async def keep(message: Message, sent: list[Message] = sent) -> None:
            sent.append(message)

        asyncio.run(HostCheck(plain, names=(), bound="127.0.0.1")(scope, _nothing, keep))
        assert sent[0]["status"] == 400


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def test_further_names_and_the_address_bound_are_answered_to() -> None:
    assert asking("desk.example:443", names=("Desk.Example",)) == 200
    assert asking("192.0.2.7:8000", bound="192.0.2.7") == 200
    assert asking("192.0.2.8:8000", bound="192.0.2.7") == 421


def test_on_every_address_figures_are_answered_to_and_names_are_not() -> None:
    assert [asking(host, bound="0.0.0.0") for host in ("192.0.2.7:8000", "[2001:db8::1]", "desk")] == [200, 200, 421]  # noqa: S104


def test_nobody_talks_to_a_websocket() -> None:
    sent: list[Message] = []

    async def keep(message: Message) -> None:
        sent.append(message)

    asyncio.run(HostCheck(plain, names=(), bound="127.0.0.1")({"type": "websocket"}, _nothing, keep))
    assert sent == [{"type": "websocket.close", "code": 1008}]


LIMITS = Limits(body=10, bodies=(("/add", 100),), body_seconds=30, body_speed=1)


def guard(app: ASGIApp = plain, clock: Clock | None = None) -> BodyGuard:
    return BodyGuard(app, limits=LIMITS, ticks=(clock or Clock()).ticks)


@pytest.mark.parametrize(("size", "status"), [(0, 200), (10, 200), (11, 413)])
def test_a_body_is_taken_up_to_its_limit(size: int, status: int) -> None:
    assert ask(guard(), "POST", content=b"x" * size).status_code == status


def test_a_body_in_pieces_is_counted_as_it_comes_and_no_more_of_it_is_read() -> None:
    read = []

    async def pieces() -> AsyncIterator[bytes]:
        for number in range(100):
            read.append(number)
            yield b"xxxxx"

    answer = ask(guard(), "POST", content=pieces(), headers={"Accept": "text/html"})
    assert answer.status_code == 413
    assert "takes 10 bytes at most; nothing was stored" in answer.text
    assert answer.headers["connection"] == "close"
    assert len(read) <= 3


def test_each_page_has_its_own_limit() -> None:
    sizes = {"/add": 100, "/add/files": 100, "/address": 10, "/": 10}
    for path, size in sizes.items():
        assert ask(guard(), "POST", path, content=b"x" * size).status_code == 200
        assert ask(guard(), "POST", path, content=b"x" * (size + 1)).status_code == 413


@pytest.mark.parametrize("length", ["-1", "ten", "1e3", "9" * 30, "+5"])
def test_a_length_that_is_none_is_refused(length: str) -> None:
    answer = ask(guard(), "POST", content=b"", headers={"Content-Length": length})
    assert answer.status_code == 400


def test_whatever_the_page_makes_of_a_body_that_broke_off_the_refusal_is_told() -> None:
    async def swallows(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await Request(scope, receive).body()
        except Exception:  # as a form parser does
            await PlainTextResponse("stored", 200)(scope, receive, send)

    async def pieces() -> AsyncIterator[bytes]:
        yield b"x" * 20

    answer = ask(guard(swallows), "POST", content=pieces())
    assert (answer.status_code, "stored;" in answer.text, "nothing was stored" in answer.text) == (413, False, True)


def test_a_body_that_trickles_is_given_up() -> None:
    clock = Clock()

    async def trickle() -> AsyncIterator[bytes]:
        for _ in range(9):
            clock.passed += 5
            yield b"x"

    answer = ask(guard(clock=clock), "POST", content=trickle())
    assert answer.status_code == 408
    assert "too slowly; nothing was stored" in answer.text


def test_a_body_that_never_comes_is_given_up() -> None:
    limits = Limits(body_seconds=0.05)

    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    sent: list[Message] = []

    async def keep(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": []}
    asyncio.run(BodyGuard(plain, limits=limits, ticks=Clock().ticks)(scope, never, keep))
    assert sent[0]["status"] == 408


def test_an_answer_that_nobody_takes_is_given_up() -> None:
    async def stuck(_: Message) -> None:
        await asyncio.sleep(60)

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    slow = BodyGuard(plain, limits=Limits(answer_seconds=0.05), ticks=Clock().ticks)
    with pytest.raises(TimeoutError):
        asyncio.run(slow(scope, _nothing, stuck))


def test_a_bucket_runs_dry_and_fills_again() -> None:
    clock = Clock()
    buckets = Buckets(clock.ticks)
    rate = Rate(burst=3, per_second=0.5)
    assert [buckets.take("a", rate) for _ in range(4)] == [None, None, None, 2]
    assert buckets.take("b", rate) is None
    clock.passed = 1
    assert buckets.take("a", rate) == 1
    clock.passed = 2
    assert buckets.wait("a", rate) is None
    assert [buckets.take("a", rate) for _ in range(2)] == [None, 2]
    clock.passed = 1000
    assert [buckets.take("a", rate) for _ in range(4)] == [None, None, None, 2]
    buckets.forget("a")
    assert buckets.take("a", rate) is None


def test_buckets_do_not_fill_the_memory() -> None:
    buckets = Buckets(Clock().ticks)
    rate = Rate(burst=1, per_second=1)
    buckets.take("first", rate)
    for number in range(HELD):
        buckets.take(number, rate)
    assert len(buckets._levels) == HELD
    assert buckets.take("first", rate) is None
    assert buckets.take(HELD - 1, rate) == 1


@pytest.mark.parametrize(
    ("written", "trusted", "found"),
    [
        ([], True, "192.0.2.7"),
        (["203.0.113.9"], False, "192.0.2.7"),
        (["203.0.113.9"], True, "203.0.113.9"),
        (["198.51.100.1, 203.0.113.9"], True, "203.0.113.9"),
        (["198.51.100.1", "2001:db8::5"], True, "2001:db8::5"),
        (["<script>"], True, "192.0.2.7"),
        (["203.0.113.9, "], True, "192.0.2.7"),
    ],
)
def test_where_a_request_came_from_is_what_the_connection_or_a_trusted_proxy_says(
    written: list[str], trusted: bool, found: str
) -> None:
    headers = [(b"x-forwarded-for", each.encode()) for each in written]
    scope = {"type": "http", "client": ("192.0.2.7", 1), "headers": headers}
    assert client_address(scope, trust_forwarded=trusted) == found


def test_a_network_of_ipv6_is_one_asker() -> None:
    assert bucket_address("2001:db8::1") == bucket_address("2001:db8::ffff:1") != bucket_address("2001:db8:1::1")
    assert bucket_address("192.0.2.7") == "192.0.2.7"


@pytest.mark.parametrize("wanted", ["/", "/claims?caution=hearsay&page=2", "/outlets/tass#timeline", "/a:b"])
def test_a_page_of_ours_is_led_to(wanted: str) -> None:
    assert own_page(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "claims",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "https://evil.example/",
        "https:/evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/\u2028",
    ],
)
def test_anywhere_else_is_the_first_page(wanted: str | None) -> None:
    assert own_page(wanted) == "/"


def test_a_path_below_is_below_and_one_that_begins_alike_is_not() -> None:
    assert [is_under(path, "/keys") for path in ("/keys", "/keys/", "/keys/x", "/keysmith", "/")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_cookies_are_closed_to_scripts_and_other_sites_and_over_https_to_neighbours() -> None:
    assert Cookies(False).header(SESSION, "x") == "desk-session=x; Path=/; HttpOnly; SameSite=Lax"
    assert Cookies(True).header(SESSION, "", seconds=0) == (
        "__Host-desk-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"
    )


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("desk=a; desk-session=b", "b"),
        ("__Host-desk-session=b", None),
        ("desk-session=", None),
        ("desk-session=" + "x" * 201, None),
        ("desk-session=\xe4", None),
        ("=;;;", None),
    ],
)
def test_a_cookie_that_cannot_be_ours_is_none(header: str, found: str | None) -> None:
    scope = {"headers": [(b"cookie", header.encode("latin-1"))]}
    assert Cookies(False).read(scope, SESSION) == found


@pytest.mark.parametrize("https", [True, False])
def test_every_answer_tells_the_browser_to_run_and_keep_nothing(https: bool) -> None:
    headers = ask(SafeHeaders(plain, is_https=https)).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert ("strict-transport-security" in headers) == https
    assert "cache-control" not in ask(SafeHeaders(plain), path="/static/x").headers
