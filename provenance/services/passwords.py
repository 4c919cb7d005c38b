"""Passwords: kept as scrypt hashes (RFC 7914) with their cost, compared in a time that tells nothing."""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from threading import BoundedSemaphore

from provenance.errors import InvalidOption, TooBusy

SHORTEST, LONGEST = 12, 256
"""Characters of a password. With twelve a guesser at this cost does not come far; very long ones only cost us time."""

AT_ONCE = BoundedSemaphore(2)
"""Passwords worked on at once: each takes 32 MiB, and many who sign in at once shall not take the server's memory."""

WAITING = BoundedSemaphore(16)
"""How many more may wait for that: the server answers with forty threads, and some shall be left for the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Parameters of scrypt: memory is 128 * n * r bytes."""

    n: int
    r: int
    p: int


COST = Cost(n=2**15, r=8, p=3)
"""One of the settings that OWASP's Password Storage Cheat Sheet holds for equal: 32 MiB, three passes."""


def check_password(password: str, name: str) -> str:
    """The password as it is hashed. Raises InvalidOption for one that is too short, too long or the name itself."""
    plain = _plain(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise InvalidOption(f"the password: it must have {SHORTEST} characters or more, {LONGEST} at most")
    if plain.casefold() in (name.casefold(), name.casefold()[::-1]) or len(set(plain)) < 4:
        raise InvalidOption("the password: it is too easy to guess; take several words")
    return plain


def hash_password(password: str) -> str:
    """With a salt of its own: two equal passwords have different hashes."""
    salt = secrets.token_bytes(16)
    return _written(COST, salt, _scrypt(password, salt, COST))


def matches(password: str, held: str | None) -> bool:
    """Whether it is the password of this hash. None, where there is no such account, costs the same work."""
    cost, salt, expected = _read(held) if held is not None else (COST, bytes(16), bytes(32))
    found = _scrypt(password, salt, cost)
    return hmac.compare_digest(found, expected) and held is not None


def is_outdated(held: str) -> bool:
    """Whether it was made at another cost than a hash would be made at today."""
    return _read(held)[0] != COST


def _plain(password: str) -> str:
    """One form for what looks alike, however a keyboard composes it (NIST SP 800-63B, section 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


def _scrypt(password: str, salt: bytes, cost: Cost) -> bytes:
    content = _plain(password[:LONGEST]).encode("utf-8", "surrogatepass")
    memory = 128 * cost.r * (cost.n + cost.p + 2)
    if not WAITING.acquire(blocking=False):
        raise TooBusy("too many sign in at this moment; try again in a few seconds")
    try:
        with AT_ONCE:
            return hashlib.scrypt(content, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=32)
    finally:
        WAITING.release()


def _written(cost: Cost, salt: bytes, digest: bytes) -> str:
    parts = (base64.b64encode(part).decode("ascii") for part in (salt, digest))
    return "$".join(["scrypt", str(cost.n), str(cost.r), str(cost.p), *parts])


def _read(held: str) -> tuple[Cost, bytes, bytes]:
    _, n, r, p, salt, digest = held.split("$")
    return Cost(n=int(n), r=int(r), p=int(p)), base64.b64decode(salt), base64.b64decode(digest)
