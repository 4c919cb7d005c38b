"""Opening the database for use cases that only read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from provenance.errors import StoreOutdated
from provenance.services.comparing import compare_anew, is_stale
from provenance.settings import Settings
from provenance.storage import Store, open_store, store_state


@contextmanager
def open_to_read(settings: Settings, now: datetime) -> Iterator[Store]:
    """A store that nothing is written to, unless it is an SQLite file of an older version: that one is brought up to
    date first. A file that does not exist is an empty store. Raises StoreOutdated for a PostgreSQL one of an older
    version."""
    state = store_state(settings.database)
    if state.engine == "sqlite" and state.current is not None and state.pending:
        renew(settings, now)
    with open_store(settings.database, now=now, read_only=True) as store:
        if not is_stale(store):
            yield store
            return
    if state.engine != "sqlite":
        raise StoreOutdated(
            f"{state.location}: its claims were compared by an older version: run `provenance db upgrade`"
        )
    renew(settings, now)
    with open_store(settings.database, now=now, read_only=True) as store:
        yield store


def renew(settings: Settings, now: datetime) -> int:
    """Holds all stored claims against one another anew where another version did it last; how many they are."""
    with open_store(settings.database, now=now) as store:
        if not is_stale(store):
            return 0
        compared = compare_anew(store)
        store.commit()
        return compared
