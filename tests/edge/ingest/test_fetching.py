"""Pages fetched from a server of this machine."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from provenance.errors import FetchError, ForbiddenAddress, InputTooLarge, InvalidOption, UnsupportedFormat
from provenance.ingest.fetching import Limits, fetch
from provenance.ingest.material import LIMIT
from provenance.model import Article
from tests.edge.ingest.builders import PROSE, a_page, read
from tests.edge.ingest.conftest import PUBLIC, Internet, Server, answering

HTML = {"Content_Type": "text/html; charset=utf-8"}


def test_a_fetched_page_becomes_an_article(server: Server) -> None:
    url = server.page("/talks", a_page(head="<title>Talks end</title>").encode(), **HTML)

    assert read(url, allow_private_network=True) == Article(text=PROSE, title="Talks end", url=url, locator=url)


def test_a_page_of_this_machine_is_refused_unless_allowed(server: Server) -> None:
    url = server.page("/talks", a_page().encode(), **HTML)

    with pytest.raises(ForbiddenAddress, match=r"127\.0\.0\.1 is this machine .* save the page and give the file"):
        read(url)
    assert server.asked == []


@pytest.mark.parametrize(
    "host",
    ["localhost", "2130706433", "0x7f.1", "127.1", "0", "0x7f000001", "[::]", "[::1]",
     "[::ffff:127.0.0.1]", "10.0.0.1",
     "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "[fe80::1]", "[fc00::1]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]", "[fec0::1]", "168.63.129.16"],
)  # fmt: skip
def test_no_spelling_of_a_private_address_passes(host: str, server: Server) -> None:
    with pytest.raises(ForbiddenAddress):
        fetch(f"http://{host}:{server.port}/")
    assert server.asked == []


def test_a_name_with_one_private_address_among_public_ones_is_refused(server: Server, internet: Internet) -> None:
    internet.hosts["news.example"] = [PUBLIC, "127.0.0.1"]

    with pytest.raises(ForbiddenAddress):
        fetch(server.url(host="news.example"))
    assert internet.connected == []


def test_the_connection_goes_to_the_address_that_was_checked(server: Server, internet: Internet) -> None:
    server.page("/talks", a_page().encode(), **HTML)

    fetch(server.url("/talks", host="news.example"))

    assert internet.names_asked == ["news.example"]
    assert internet.connected == [PUBLIC]
    assert server.asked == [(f"news.example:{server.port}", "/talks")]


def test_an_address_that_does_not_answer_gives_way_to_the_next(
    server: Server, internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    internet.hosts["news.example"] = ["192.0.2.1", PUBLIC]
    server.page("/talks", a_page().encode(), **HTML)

    fetch(server.url("/talks", host="news.example"), allow_private_network=True)

    assert internet.connected == ["192.0.2.1", PUBLIC]


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:{port}/in", "http://private.example:{port}/in", "//localhost:{port}/in"]
)
def test_a_redirect_to_a_private_address_is_refused(target: str, server: Server, internet: Internet) -> None:
    internet.hosts["private.example"] = ["10.1.2.3"]
    server.answers["/out"] = answering(302, Location=target.format(port=server.port))

    with pytest.raises(ForbiddenAddress):
        fetch(server.url("/out", host="news.example"))
    assert [path for _, path in server.asked] == ["/out"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://news.example/", "http://user:secret@news.example/"])
def test_a_redirect_to_anything_but_a_plain_page_is_refused(target: str, server: Server, internet: Internet) -> None:
    server.answers["/out"] = answering(302, Location=target)

    with pytest.raises(ForbiddenAddress) as raised:
        fetch(server.url("/out", host="news.example"))
    assert "secret" not in str(raised.value)


def test_five_redirects_are_followed(server: Server) -> None:
    for hop in range(5):
        server.answers[f"/{hop}"] = answering(301, Location=f"/{hop + 1}")
    server.page("/5", a_page().encode(), **HTML)

    assert fetch(server.url("/0"), allow_private_network=True).url == server.url("/5")


def test_a_sixth_redirect_is_an_error(server: Server) -> None:
    server.answers["/"] = answering(302, Location="/")

    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(server.url("/"), allow_private_network=True)
    assert len(server.asked) == 6


def test_a_server_that_never_finishes_is_left_in_time(server: Server) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while not server.closing.wait(0.01):
            request.wfile.write(b"X-Drop: x\r\n")

    server.answers["/drip"] = drip

    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"no full answer within 0\.2 seconds"):
        fetch(server.url("/drip"), allow_private_network=True, limits=Limits(seconds=0.2))
    assert time.monotonic() - begun < 2


def test_a_body_that_never_ends_is_left_at_the_limit(server: Server) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/plain")
        request.end_headers()
        while not server.closing.is_set():
            request.wfile.write(b"news " * 10_000)

    server.answers["/endless"] = endless

    with pytest.raises(InputTooLarge, match="more than 10 MB"):
        fetch(server.url("/endless"), allow_private_network=True)


def test_a_small_packed_answer_that_unpacks_beyond_the_limit_is_refused(server: Server) -> None:
    url = server.page("/bomb", gzip.compress(b" " * (LIMIT + 1)), **HTML, Content_Encoding="gzip")

    with pytest.raises(InputTooLarge):
        fetch(url, allow_private_network=True)


def test_a_packed_answer_is_unpacked(server: Server) -> None:
    url = server.page("/packed", gzip.compress(a_page().encode()), **HTML, Content_Encoding="gzip")

    assert fetch(url, allow_private_network=True).content == a_page().encode()


@pytest.mark.parametrize(
    ("body", "encoding", "said"),
    [
        (gzip.compress(a_page().encode())[:-12], "gzip", "cut short"),
        (b"not gzip at all", "gzip", "broken"),
        (b"x", "br", "packs with br"),
    ],
)
def test_a_broken_packing_is_an_error(body: bytes, encoding: str, said: str, server: Server) -> None:
    url = server.page("/packed", body, **HTML, Content_Encoding=encoding)

    with pytest.raises(FetchError, match=said):
        fetch(url, allow_private_network=True)


def test_an_answer_that_stops_before_its_announced_end_is_an_error(server: Server) -> None:
    url = server.page("/cut", b"half", Content_Type="text/plain", Content_Length="8")

    with pytest.raises(FetchError, match="could not be fetched"):
        fetch(url, allow_private_network=True)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 304])
def test_a_refusal_of_the_server_names_its_status(status: int, server: Server) -> None:
    server.answers["/no"] = answering(status)

    with pytest.raises(FetchError, match=f"answered {status}"):
        fetch(server.url("/no"), allow_private_network=True)


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json", "video/mp4"])
def test_what_is_no_text_is_refused_by_its_type(media_type: str, server: Server) -> None:
    url = server.page("/file", b"x", Content_Type=media_type)

    with pytest.raises(UnsupportedFormat, match=media_type):
        fetch(url, allow_private_network=True)


def test_the_charset_that_the_server_names_is_used(server: Server) -> None:
    text = f"{PROSE} The agency ТАСС confirmed it."
    url = server.page("/russian", text.encode("cp1251"), Content_Type="text/plain; charset=windows-1251")

    assert read(url, allow_private_network=True).text == text


def test_proxies_of_the_environment_are_left_aside(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    url = server.page("/talks", a_page().encode(), **HTML)

    assert fetch(url, allow_private_network=True).content == a_page().encode()


def test_nobody_listening_is_one_clear_line(server: Server) -> None:
    with pytest.raises(
        FetchError, match=r"^http://127\.0\.0\.1:1/: could not be fetched .*; check the address"
    ) as raised:
        fetch("http://127.0.0.1:1/", allow_private_network=True)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("location", ["http://", "http:///path", "http://news example/"])
def test_what_is_no_address_is_said_to_be_none(location: str) -> None:
    with pytest.raises(ForbiddenAddress, match="no http or https address"):
        fetch(location)


@pytest.mark.parametrize(
    "location",
    ["http://[::1", "http://127.0.0.1:99999/", "http://256.1.1.1/", "http://0177.0.0.1/", "http://①②⑦.0.0.1/"],
)
def test_a_broken_address_is_an_invalid_option(location: str) -> None:
    with pytest.raises(InvalidOption) as raised:
        fetch(location)
    assert str(raised.value).startswith(location)


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(ForbiddenAddress) as raised:
        fetch("https://user:secret@news.example/")
    assert "secret" not in str(raised.value)
