"""Fetching a page: http and https, few redirects, limits of time and size, public addresses alone.

A name is resolved once and the connection goes to the address that was checked, so a name server that answers
differently the second time gains nothing. Proxies and credentials of the environment are left aside.
"""

import contextlib
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass

import httpx

import provenance
from provenance.errors import FetchError, ForbiddenAddress, InputTooLarge, InvalidOption, UnsupportedFormat
from provenance.ingest.addresses import Address, is_public, kind_of
from provenance.ingest.material import LIMIT, Material, shown, too_large
from provenance.ingest.web_address import normalised_url

TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
HEADERS = {
    "User-Agent": f"claim-provenance/{provenance.__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`seconds` is for everything together: names, redirects, the last byte. `size` is in bytes, unpacked."""

    seconds: float = 20.0
    size: int = LIMIT
    redirects: int = 5


DEFAULTS = Limits()


def fetch(location: str, *, allow_private_network: bool = False, limits: Limits = DEFAULTS) -> Material:
    """The page that answers in the end. Raises FetchError, InputTooLarge, UnsupportedFormat or InvalidOption."""
    done: Future[Material] = Future()
    errand = _Errand(location, allow_private_network, limits, time.monotonic() + limits.seconds)
    # A thread, since nothing else ends a name server or a header that never comes; it dies with the program.
    threading.Thread(target=_run, args=(done, errand), daemon=True).start()
    try:
        return done.result(timeout=limits.seconds)
    except TimeoutError as error:
        raise FetchError(_late(errand)) from error


@dataclass(frozen=True, slots=True)
class _Errand:
    location: str
    allow_private_network: bool
    limits: Limits
    deadline: float

    @property
    def name(self) -> str:
        return shown(self.location)

    def left(self) -> float:
        """Seconds. Raises FetchError where none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError(_late(self))
        return left


def _late(errand: _Errand) -> str:
    seconds = f"{errand.limits.seconds:g} seconds"
    return f"{errand.name}: no full answer within {seconds}; try again, or save the page and give the file"


def _run(done: Future[Material], errand: _Errand) -> None:
    try:
        done.set_result(_follow(errand))
    except BaseException as error:  # raised again in the caller's thread
        done.set_exception(error)


def _follow(errand: _Errand) -> Material:
    url = _parsed(errand.location, errand)
    context = httpx.create_ssl_context(trust_env=False)
    for _ in range(errand.limits.redirects + 1):
        addresses = _checked_addresses(url, errand)
        with httpx.Client(verify=context, trust_env=False, timeout=errand.left()) as client:
            try:
                response = _sent(client, url, addresses)
                if not response.has_redirect_location:
                    return _material(response, url, errand)
                url = _parsed(str(url.join(response.headers["location"])), errand)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise FetchError(f"{errand.name}: {_reason(error)}; check the address and the connection") from error
    raise FetchError(
        f"{errand.name}: more than {errand.limits.redirects} redirects; open it in a browser and give the last address"
    )


def _parsed(location: str, errand: _Errand) -> httpx.URL:
    try:
        url = httpx.URL(location)
    except httpx.InvalidURL as error:
        raise InvalidOption(f"{errand.name}: not an address of a page: {error}") from error
    leads = "" if location == errand.location else f" leads to {shown(location)}, which"
    if url.port is not None and not 0 < url.port < 65536:
        raise InvalidOption(f"{errand.name}: not an address of a page: there is no port {url.port}")
    if url.scheme not in ("http", "https") or not url.host or "%" in url.host:
        raise ForbiddenAddress(f"{errand.name}:{leads} is no http or https address of a page; write it in full")
    if url.userinfo:
        raise ForbiddenAddress(f"{errand.name}:{leads} holds a user name or password; leave it out")
    return url


def _checked_addresses(url: httpx.URL, errand: _Errand) -> list[Address]:
    """The host's addresses, best first. Raises ForbiddenAddress if any of them is not public."""
    addresses = _resolved(url, errand)
    forbidden = next((address for address in addresses if not is_public(address)), None)
    if forbidden is not None and not errand.allow_private_network:
        raise ForbiddenAddress(
            f"{errand.name}: {url.host} is {kind_of(forbidden)} ({forbidden}), which is not fetched from; "
            "save the page and give the file, or on the command line add --allow-private-network"
        )
    return addresses


def _resolved(url: httpx.URL, errand: _Errand) -> list[Address]:
    host, port = url.raw_host.decode("ascii").strip("[]"), url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{errand.name}: no host {host!r} is known; check the address and the connection") from error
    return [ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found]


def _sent(client: httpx.Client, url: httpx.URL, addresses: list[Address]) -> httpx.Response:
    """From the first address that takes the connection."""
    *others, last = addresses
    for address in others:
        with contextlib.suppress(httpx.ConnectError):
            return client.send(_request(client, url, address), stream=True)
    return client.send(_request(client, url, last), stream=True)


def _request(client: httpx.Client, url: httpx.URL, address: Address) -> httpx.Request:
    """To the address itself; the host stands in the header, and the certificate is checked against it."""
    return client.build_request(
        "GET",
        url.copy_with(host=str(address), fragment=None),
        headers={**HEADERS, "Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )


def _material(response: httpx.Response, url: httpx.URL, errand: _Errand) -> Material:
    if not response.is_success:
        raise FetchError(
            f"{errand.name}: the server answered {response.status_code} {shown(response.reason_phrase)}; "
            "open it in a browser, save the page and give the file"
        )
    media_type, _, _ = response.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type and media_type not in TEXT_TYPES:
        raise UnsupportedFormat(f"{errand.name}: {shown(media_type)}, which is not read; give a page or a text")
    return Material(
        content=b"".join(_unpacked(response, errand)),
        name=errand.name,
        locator=str(url),
        url=normalised_url(str(url)),
        media_type=media_type or None,
        charset=response.charset_encoding,
    )


def _unpacked(response: httpx.Response, errand: _Errand) -> Iterator[bytes]:
    """Raises InputTooLarge as soon as the limit is passed: neither a large page nor a packed one fills the memory."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(f"{errand.name}: the server packs with {shown(encoding)}, which was not asked for")
    packed = "gzip" in encoding
    unpacker = zlib.decompressobj(wbits=31)
    left = errand.limits.size
    for chunk in response.iter_raw():
        errand.left()
        try:
            piece = unpacker.decompress(chunk, left + 1) if packed else chunk
        except zlib.error as error:
            raise FetchError(f"{errand.name}: the packed answer is broken; try again") from error
        left -= len(piece)
        if left < 0:
            raise InputTooLarge(too_large(errand.name, None))
        yield piece
    if packed and not unpacker.eof:
        raise FetchError(f"{errand.name}: the answer was cut short; try again")


def _reason(error: Exception) -> str:
    """One line in a reader's words."""
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    detail = " ".join(str(error).split()) or type(error).__name__
    return f"could not be fetched ({shown(detail)})"
