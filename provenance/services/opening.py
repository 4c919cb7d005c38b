"""Opening the database for use cases that only read."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

from provenance.errors import StoreOutdated
from provenance.services.comparing import compare_anew, is_stale
from provenance.settings import Settings
from provenance.storage import Store, open_store, store_state


@contextmanager
def open_to_read(settings: Settings, now: datetime) -> Iterator[Store]:
    """A store that nothing is written to, as it stands at one moment, unless it is an SQLite file of an older version:
    that one is brought up to date first. A file that does not exist is an empty store. Raises StoreOutdated for a
    PostgreSQL one of an older version."""
    with ExitStack() as opened:
        store = _open_current(opened, settings, now) or _open_renewed(opened, settings, now)
        store.begin_reading()
        yield store


def _open_current(opened: ExitStack, settings: Settings, now: datetime) -> Store | None:
    """None where it is not what this version has made of it."""
    with ExitStack() as tried:
        try:
            store = tried.enter_context(open_store(settings.database, now=now, read_only=True))
        except StoreOutdated:
            return None
        if is_stale(store):
            return None
        opened.push(tried.pop_all())
        return store


def _open_renewed(opened: ExitStack, settings: Settings, now: datetime) -> Store:
    state = store_state(settings.database)
    if state.engine == "sqlite" and (state.current is not None or not state.pending):
        renew(settings, now)
    elif not state.pending:
        raise StoreOutdated(
            f"{state.location}: its claims were compared by an older version: run `provenance db upgrade`"
        )
    return opened.enter_context(open_store(settings.database, now=now, read_only=True))


def renew(settings: Settings, now: datetime) -> int:
    """Holds all stored claims against one another anew where another version did it last; how many they are."""
    with open_store(settings.database, now=now) as store:
        if not is_stale(store):
            return 0
        compared = compare_anew(store)
        store.commit()
        return compared
