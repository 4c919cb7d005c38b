"""Signing in and out: a session is a row, its token is known to the browser alone."""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from provenance.errors import NotStored, SignInRefused, StoreUnavailable
from provenance.model import Account, Actor, AuditKind, Session
from provenance.services.accounts import set_password
from provenance.services.opening import open_to_read
from provenance.services.passwords import hash_password, is_outdated, matches
from provenance.services.values.access import SignedIn
from provenance.settings import Settings
from provenance.storage import Store, open_store

IDLE = timedelta(hours=12)
"""A session that was not used for so long has ended: overnight, on whatever machine it was left open."""

LONGEST = timedelta(days=7)
"""And however much it is used, one signs in once a week."""

SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is kept when a session was last used: writing it down at each request would make readers writers."""

BROWSER = 200
"""Characters kept of what a browser calls itself."""

REFUSED = "The name and the password do not fit, or the account is disabled."


def token_digest(token: str) -> str:
    """What is stored of a token or key: they are random and long, so a plain digest gives nothing away."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def sign_in(
    settings: Settings, now: datetime, name: str, password: str, *, address: str | None, browser: str
) -> SignedIn:
    """A new session with a new token. Raises SignInRefused in the same words, and after the same work, for a name that
    there is not, a wrong password and a disabled account."""
    account, held = _look_up(settings, now, name)
    fits = matches(password, held)
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        if not fits or account is None or not _still(store, account, held):
            # Whoever types the password into the field of the name shall not find it in the log.
            subject = account.name if account else "a name without an account"
            store.access.append(AuditKind.SIGN_IN_FAILED, subject, Actor(who="nobody", address=address))
            store.commit()
            raise SignInRefused(REFUSED)
        if held is not None and is_outdated(held):
            store.access.change_account(name, password=hash_password(password))
        store.access.end_old_sessions(seen_before=now - IDLE)
        signed = _begin(store, account, now, address, browser)
        store.commit()
    return signed


def find_session(settings: Settings, now: datetime, token: str) -> SignedIn | None:
    """Whose it is; None for one that ended, was never begun, or whose account is disabled."""
    digest = token_digest(token)
    with open_store(settings.database, now=now, read_only=True) as store:
        found = store.access.session(digest)
    if found is None:
        return None
    session, account = found
    if account.disabled_at is not None or now >= session.ends_at or now - session.seen_at > IDLE:
        return None
    if now - session.seen_at > SEEN_EVERY:
        session = _see(settings, now, digest, session)
    return SignedIn(token=token, session=session, account=account)


def sign_out(settings: Settings, now: datetime, token: str, *, by: Actor) -> None:
    """The session ends, wherever its token is kept."""
    with open_store(settings.database, now=now) as store:
        store.access.end_session(token_digest(token))
        store.access.append(AuditKind.SIGNED_OUT, by.who, by)
        store.commit()


def list_sessions(settings: Settings, now: datetime, name: str) -> tuple[Session, ...]:
    """Those of an account that hold, the one seen last first."""
    with open_to_read(settings, now) as store:
        held = store.access.sessions_of(name)
    return tuple(one for one in held if now < one.ends_at and now - one.seen_at <= IDLE)


def end_session(settings: Settings, now: datetime, name: str, session_id: str, *, by: Actor) -> None:
    """One of an account's own, by its id. Raises NotStored."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        if session_id not in {session.id for session in store.access.sessions_of(name)}:
            raise NotStored(f"no session {session_id!r} of {name}: it may have ended already")
        store.access.end_session_called(name, session_id)
        store.access.append(AuditKind.SESSION_ENDED, name, by)
        store.commit()


def change_own_password(settings: Settings, now: datetime, name: str, old: str, new: str, *, by: Actor) -> Account:
    """All sessions of the account end, this one too. Raises SignInRefused for a wrong old password, InvalidOption for a
    new one that is too easy."""
    _, held = _look_up(settings, now, name)
    if not matches(old, held):
        raise SignInRefused("The old password is another one; nothing was changed.")
    return set_password(settings, now, name, new, by=by)


def _look_up(settings: Settings, now: datetime, name: str) -> tuple[Account | None, str | None]:
    with open_to_read(settings, now) as store:
        return store.access.account(name), store.access.password_of(name)


def _still(store: Store, account: Account, held: str | None) -> bool:
    """Nothing was changed while the password was worked on."""
    now = store.access.account(account.name)
    return now is not None and now.disabled_at is None and store.access.password_of(account.name) == held


def _begin(store: Store, account: Account, now: datetime, address: str | None, browser: str) -> SignedIn:
    token = secrets.token_urlsafe(32)
    digest = token_digest(token)
    session = Session(
        id=digest[:12],
        account=account.name,
        made_at=now,
        seen_at=now,
        ends_at=now + LONGEST,
        address=address,
        browser="".join(each for each in browser if each.isprintable())[:BROWSER],
    )
    store.access.save_session(digest, session)
    store.access.append(AuditKind.SIGNED_IN, account.name, Actor(who=account.name, address=address))
    return SignedIn(token=token, session=session, account=account)


def _see(settings: Settings, now: datetime, digest: str, session: Session) -> Session:
    """Another writer is no reason to refuse a reader: then the next request writes it down."""
    with suppress(StoreUnavailable), open_store(settings.database, now=now) as store:
        store.access.see_session(digest)
        store.commit()
        return replace(session, seen_at=now)
    return session
