"""Opening the database for use cases that only read."""

from contextlib import AbstractContextManager
from datetime import datetime

from provenance.settings import Settings
from provenance.storage import Store, open_store, store_state


def open_to_read(settings: Settings, now: datetime) -> AbstractContextManager[Store]:
    """A store that nothing is written to, unless it is an SQLite file of an older version: that one is brought up to
    date. A file that does not exist is an empty store."""
    state = store_state(settings.database)
    outdated = state.engine == "sqlite" and state.current is not None and bool(state.pending)
    return open_store(settings.database, now=now, read_only=not outdated)
