"""Keys of the API: shown once, stored as digests."""

import secrets
from datetime import UTC, date, datetime, time, timedelta

from provenance.errors import InvalidOption, NotStored
from provenance.model import Actor, ApiKey, AuditKind, KeyScope
from provenance.services.naming import plain_name
from provenance.services.opening import open_to_read
from provenance.services.signing_in import token_digest
from provenance.services.values.access import MadeKey
from provenance.settings import Settings
from provenance.storage import open_store

MARK = "prov_"
"""What a key begins with, so that one left in a file is recognised for what it is."""


def make_key(
    settings: Settings, now: datetime, name: str, scope: KeyScope, *, last_day: date | None = None, by: Actor
) -> MadeKey:
    """The key itself is in the answer and nowhere else. It holds to the end of `last_day`, in UTC; None: until it is
    revoked. Raises InvalidOption for a name that another key in force has, and for a day that is over."""
    plain = plain_name(name, "NAME")
    ends = datetime.combine(last_day, time(), UTC) + timedelta(days=1) if last_day else None
    if ends is not None and ends <= now:
        raise InvalidOption(f"--expires {last_day}: that day is over")
    token = MARK + secrets.token_urlsafe(32)
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        if any(key.name == plain and key.holds(now) for key in store.access.all_keys()):
            raise InvalidOption(f"{plain}: a key of that name is in force; revoke it first, or take another name")
        key = store.access.save_key(token_digest(token), plain, scope, by.who, ends)
        store.access.append(AuditKind.KEY_MADE, f"{plain}, {scope}", by)
        store.commit()
    return MadeKey(key=key, token=token)


def list_keys(settings: Settings, now: datetime) -> tuple[ApiKey, ...]:
    """All that were ever made, in that order."""
    with open_to_read(settings, now) as store:
        return store.access.all_keys()


def revoke_key(settings: Settings, now: datetime, name: str, *, by: Actor) -> ApiKey:
    """Those that bring it are refused from the next request on. Raises NotStored where no key in force has the name."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        named = (key for key in store.access.all_keys() if key.name == name.strip())
        key = next((key for key in named if key.revoked_at is None), None)
        if key is None:
            raise NotStored(f"no key {name!r} that could be revoked; `provenance keys` lists them")
        store.access.revoke_key(key.id)
        store.access.append(AuditKind.KEY_REVOKED, key.name, by)
        store.commit()
        return next(each for each in store.access.all_keys() if each.id == key.id)


def find_key(settings: Settings, now: datetime, token: str) -> ApiKey | None:
    """None for one that is revoked, expired, or was never made."""
    with open_store(settings.database, now=now, read_only=True) as store:
        key = store.access.key(token_digest(token))
    return key if key is not None and key.holds(now) else None
