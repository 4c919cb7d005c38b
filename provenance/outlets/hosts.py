"""Internet hosts of outlets: a host means its outlet, and so does every host below it."""

import re
from collections.abc import Mapping

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
    name = normalised_host(host)
    while name:
        if name in outlets:
            return outlets[name]
        name = name.partition(".")[2]
    return None
