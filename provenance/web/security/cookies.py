"""The desk's cookies: no script reads them, no other site's form sends them along, and over https nothing else does."""

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from starlette.types import Scope

VISITOR = "desk"
"""A random text of a browser that is not signed in: its form token is bound to it."""

SESSION = "desk-session"

LONGEST = 200
"""Characters of a cookie of ours: anything longer is none."""


@dataclass(frozen=True, slots=True)
class Cookies:
    """With `safe` their names start with __Host-: a browser takes such a cookie only with Secure, Path=/ and without a
    domain, so that no neighbour under the same domain can plant one (RFC 6265bis, section 4.1.3.2).

    SameSite is Lax: a link in a mail opens the page that it leads to, signed in; no GET changes anything.
    """

    safe: bool

    def name(self, plain: str) -> str:
        return f"__Host-{plain}" if self.safe else plain

    def header(self, plain: str, content: str, *, seconds: int | None = None) -> str:
        """What Set-Cookie says; None seconds is for as long as the browser is open, 0 takes the cookie away."""
        parts = [f"{self.name(plain)}={content}", "Path=/", "HttpOnly", "SameSite=Lax"]
        if self.safe:
            parts.append("Secure")
        if seconds is not None:
            parts.append(f"Max-Age={seconds}")
        return "; ".join(parts)

    def read(self, scope: Scope, plain: str) -> str | None:
        """None for one that is missing, or cannot be of ours."""
        for name, value in scope["headers"]:
            if name == b"cookie" and (content := _read(value.decode("latin-1"), self.name(plain))):
                return content
        return None


def _read(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    if found is None or len(found.value) > LONGEST or not found.value.isascii():
        return None
    return found.value
