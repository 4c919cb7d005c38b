"""What the desk is started with."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

from provenance.errors import InvalidOption
from provenance.settings import Settings
from provenance.web.security.limits import Limits


def read_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOptions:
    """`settings` name the store; `host` and `port` are what the server binds to; `clock` gives the time, in UTC,
    `ticks` seconds that only ever grow.

    `names` are further names that the desk may be asked under; `public_url` is where people find it behind a reverse
    proxy; with `trust_forwarded` the address that the proxy says a request came from is believed; with
    `accounts` even this machine needs an account. Raises InvalidOption for a public address that is none.
    """

    settings: Settings
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    public_url: str | None = None
    trust_forwarded: bool = False
    accounts: bool = False
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], datetime] = read_clock
    ticks: Callable[[], float] = monotonic

    def __post_init__(self) -> None:
        if self.public_url is not None:
            parts = urlsplit(self.public_url)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
                raise InvalidOption(f"--public-url {self.public_url}: write it as https://desk.example, without a path")

    @property
    def is_local(self) -> bool:
        """Whether the server listens on the loopback address alone."""
        return self.host == "localhost" or is_loopback(self.host)

    @property
    def needs_accounts(self) -> bool:
        """Behind a proxy every request comes from this machine, so that where it comes from says nothing."""
        return self.accounts or not self.is_local or self.public_url is not None or bool(self.names)

    @property
    def is_https(self) -> bool:
        return self.public_url is not None and urlsplit(self.public_url).scheme == "https"

    @property
    def has_safe_cookies(self) -> bool:
        """Whether a browser may send our cookies over https alone."""
        return self.is_https or not self.is_local

    @property
    def public_origin(self) -> str | None:
        """ "https://desk.example"; None where nobody said."""
        if self.public_url is None:
            return None
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @property
    def public_host(self) -> str | None:
        return urlsplit(self.public_url).hostname if self.public_url is not None else None


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
