"""Internet hosts of outlets: a host means its outlet, and so does every host below it."""

import re
from collections.abc import Mapping

_ADDRESS = re.compile(r"(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/?#@]*@)?([^/?#:@]+)", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+")


def normalised_host(host: str) -> str | None:
    """Lower case, without final dot, in ASCII (IDNA); None where it can be no host."""
    name = host.strip().rstrip(".").lower()
    try:
        name = name.encode("idna").decode("ascii") if not name.isascii() else name
    except UnicodeError:
        return None
    return name if _HOST.fullmatch(name) else None


def find_host(host: str, outlets: Mapping[str, str]) -> str | None:
    """The outlet id of the longest known host that is `host` or a parent of it."""
    known = known_host(host, outlets)
    return outlets[known] if known else None


def host_in(text: str) -> str | None:
    """The host of an address with or without scheme, path and port; None where there is none."""
    match = _ADDRESS.match(text.strip())
    return normalised_host(match.group(1)) if match else None


def known_host(host: str, outlets: Mapping[str, str]) -> str | None:
    """The longest known host that is `host` or a parent of it."""
    name = normalised_host(host)
    while name:
        if name in outlets:
            return name
        name = name.partition(".")[2]
    return None
