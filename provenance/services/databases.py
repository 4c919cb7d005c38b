"""The database itself: its place, its state, its upgrade."""

from provenance.errors import StoreOutdated
from provenance.settings import Settings
from provenance.storage import StoreState, check_store, locate_store, upgrade_store


def database_path(settings: Settings) -> str:
    """Where it is or would be, without a password."""
    return locate_store(settings.database)


def upgrade_database(settings: Settings) -> StoreState:
    """Its state afterwards."""
    return upgrade_store(settings.database)


def check_database(settings: Settings) -> StoreState:
    """Raises StoreOutdated where an upgrade is wanted; a file that is not there yet will be made on first use."""
    state = check_store(settings.database)
    if state.pending and (state.current is not None or state.engine != "sqlite"):
        raise StoreOutdated(
            f"{state.location}: {len(state.pending)} revisions are still to be applied; run `provenance db upgrade`"
        )
    return state
