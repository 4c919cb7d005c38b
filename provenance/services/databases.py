"""The database itself: its place, its state, its upgrade."""

from collections.abc import Callable
from datetime import datetime

from provenance.errors import StoreMissing, StoreOutdated
from provenance.services.comparing import is_stale
from provenance.services.opening import open_to_read, renew
from provenance.settings import Settings
from provenance.storage import StoreState, check_store, is_made, locate_store, open_store, store_state, upgrade_store


def database_path(settings: Settings) -> str:
    """Where it is or would be, without a password."""
    return locate_store(settings.database)


def expect_database(settings: Settings) -> str | None:
    """For whoever asks what is stored: None where there is a store, a hint where none was made at the default place,
    which is as good as an empty one. Raises StoreMissing for one that was named: the name may be mistyped."""
    if is_made(settings.database):
        return None
    place = database_path(settings)
    if settings.named:
        raise StoreMissing(f"{place}: no store lies there; check the path, or make one with `provenance ingest`")
    return f"no store lies at {place} yet, so nothing is stored; `provenance ingest` makes one"


def upgrade_database(settings: Settings, now: datetime) -> tuple[StoreState, int]:
    """Its state afterwards, and how many claims were held against one another anew because another version had done it
    before."""
    state = upgrade_store(settings.database)
    return state, renew(settings, now)


def make_current(settings: Settings, now: datetime, tell: Callable[[], None]) -> None:
    """Brings an SQLite file of an older version up to date; `tell` is called before, for in a large store it takes a
    while. Raises StoreOutdated for a PostgreSQL database."""
    try:
        check_database(settings, now)
    except StoreOutdated:
        if store_state(settings.database).engine != "sqlite":
            raise
        tell()
        with open_to_read(settings, now):
            return


def check_database(settings: Settings, now: datetime) -> StoreState:
    """Raises StoreOutdated where an upgrade is wanted; a file that is not there yet will be made on first use."""
    state = check_store(settings.database)
    if state.pending and (state.current is not None or state.engine != "sqlite"):
        raise StoreOutdated(
            f"{state.location}: {len(state.pending)} revisions are still to be applied; run `provenance db upgrade`"
        )
    with open_store(settings.database, now=now, read_only=True) as store:
        if is_stale(store):
            raise StoreOutdated(
                f"{state.location}: its claims were compared by an older version; run `provenance db upgrade`"
            )
    return state
