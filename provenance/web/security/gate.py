"""The gate: finds out who asks, and lets nobody do what their role does not hold. No page can forget to ask."""

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from provenance.errors import StoreError
from provenance.model import DeskRole
from provenance.services import find_key, find_session
from provenance.web.security.buckets import Buckets
from provenance.web.security.cookies import SESSION as SESSION_COOKIE
from provenance.web.security.cookies import Cookies
from provenance.web.security.headers import STATIC
from provenance.web.security.limits import Rate, is_under
from provenance.web.security.refusals import Refusal, wants_page
from provenance.web.security.viewers import ADDRESS, LOCAL, SESSION, VIEWER, VISITOR, Means, Viewer

if TYPE_CHECKING:
    from provenance.web.options import DeskOptions

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = (STATIC, "/sign-in")
"""Where one needs no account."""

OWN = ("/sign-in", "/sign-out", "/account")
"""Where a reader may send forms too: what is sent there is about oneself alone."""

ADMINS = ("/accounts", "/keys", "/audit")
"""Where only an admin looks."""


class Gate:
    """Leaves the viewer, the session and the client's address in the scope."""

    def __init__(self, app: ASGIApp, *, options: "DeskOptions") -> None:
        self._app = app
        self._options = options
        self._cookies = Cookies(options.has_safe_cookies)
        self._buckets = Buckets(options.ticks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_under(scope["path"], STATIC):
            await self._app(scope, receive, send)
            return
        scope[ADDRESS] = client_address(scope, trust_forwarded=self._options.trust_forwarded)
        refusal = await self._identify(scope) or self._crowd(scope) or _wrong_role(scope)
        await (refusal or self._app)(scope, receive, send)

    async def _identify(self, scope: Scope) -> Refusal | None:
        """Sets the viewer; the refusal says why there is none."""
        key = _bearer(scope)
        token = None if key is not None else self._cookies.read(scope, SESSION_COOKIE)
        scope[VIEWER] = VISITOR if self._options.needs_accounts else LOCAL
        if key is None and token is None:
            return None
        failures = ("failures", bucket_address(scope[ADDRESS]))
        if wait := self._buckets.wait(failures, self._options.limits.failures):
            return too_many(wait)
        try:
            found = await run_in_threadpool(self._find, scope, key, token)
        except StoreError as error:
            return Refusal(status=503, title="The store cannot be reached", message=str(error))
        if not found:
            self._buckets.take(failures, self._options.limits.failures)
        if not found and key is not None:
            return _no_such_key()
        return None

    def _find(self, scope: Scope, key: str | None, token: str | None) -> bool:
        settings, now = self._options.settings, self._options.clock()
        if key is not None:
            held = find_key(settings, now, key)
            if held is not None:
                # No account has a name that ends so.
                scope[VIEWER] = Viewer(name=f"{held.name} (key)", role=held.scope.role, means=Means.KEY)
            return held is not None
        signed = find_session(settings, now, token) if token is not None else None
        if signed is not None:
            scope[SESSION] = signed
            scope[VIEWER] = Viewer(name=signed.account.name, role=signed.account.role, means=Means.ACCOUNT)
        return signed is not None

    def _crowd(self, scope: Scope) -> Refusal | None:
        """Whoever asks too often waits; whoever sits at this machine does not."""
        viewer: Viewer = scope[VIEWER]
        limits = self._options.limits
        asker, rate = {
            Means.ACCOUNT: (viewer.name, limits.accounts),
            Means.KEY: (viewer.name, limits.keys),
            Means.NOTHING: (bucket_address(scope[ADDRESS]), limits.visitors),
        }.get(viewer.means, (None, Rate(1, 1)))
        wait = None if asker is None else self._buckets.take((viewer.means, asker), rate)
        return too_many(wait) if wait else None


def client_address(scope: Scope, *, trust_forwarded: bool) -> str:
    """Of the connection; where the proxy in front of it is trusted, the last one that it wrote down: those before it
    the client can invent."""
    client = scope.get("client")
    address = str(client[0]) if client else "unknown"
    if not trust_forwarded:
        return address
    written = ",".join(Headers(scope=scope).getlist("x-forwarded-for"))
    last = written.rpartition(",")[2].strip().strip("[]")
    try:
        return str(ipaddress.ip_address(last))
    except ValueError:
        return address


def bucket_address(address: str) -> str:
    """Of IPv6 the first 64 bits: whoever has one address there has them all."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address


def too_many(wait: int) -> Refusal:
    return Refusal(
        status=429,
        title="Too many requests",
        message=f"Wait {wait} {'second' if wait == 1 else 'seconds'}, then ask again.",
        headers={"Retry-After": str(wait)},
    )


def _bearer(scope: Scope) -> str | None:
    scheme, _, key = Headers(scope=scope).get("authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None


def _no_such_key() -> Refusal:
    return Refusal(
        status=401,
        title="This key does not hold",
        message="It was revoked, has expired, or was never made. An admin makes keys, on the page Keys.",
        headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
    )


def _wrong_role(scope: Scope) -> Refusal | None:
    viewer: Viewer = scope[VIEWER]
    path, changes = scope["path"], scope["method"] not in SAFE
    if viewer.means is Means.NOTHING:
        return None if any(is_under(path, start) for start in OPEN) else _sign_in_first(scope)
    if any(is_under(path, start) for start in ADMINS) and not viewer.role.includes(DeskRole.ADMIN):
        return _not_yours("Accounts, keys and the audit log are an admin's.")
    own = any(is_under(path, start) for start in OWN)
    if changes and not own and not viewer.role.includes(DeskRole.EDITOR):
        return _not_yours("Readers look; an editor decides. Ask whoever runs this desk for another role.")
    return None


def _not_yours(words: str) -> Refusal:
    return Refusal(status=403, title="This is not yours to do", message=f"{words} Nothing was stored.")


def _sign_in_first(scope: Scope) -> Refusal:
    """A browser that wanted to see a page is led to the form, and from there to the page."""
    words = "This desk needs an account: sign in, or bring a key as `Authorization: Bearer KEY`."
    if scope["method"] not in SAFE or not wants_page(scope):
        return Refusal(
            status=401, title="Sign in first", message=words, headers={"WWW-Authenticate": 'Bearer realm="provenance"'}
        )
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    headers = {"Location": f"/sign-in?next={quote(wanted, safe='')}"}
    return Refusal(status=303, title="Sign in first", message=words, headers=headers)
