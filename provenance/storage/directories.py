"""Outlet directories as they stood when something was derived with them."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from provenance.errors import NotStored
from provenance.model import Outlet
from provenance.storage.directory_mapping import outlet_from_row, outlet_rows
from provenance.storage.directory_rows import DirectoryRow, OutletRow


def save_directory(session: Session, row: DirectoryRow, outlets: Iterable[Outlet]) -> bool:
    """False when a directory of this digest is stored already: it is never edited."""
    if session.get(DirectoryRow, row.digest) is not None:
        return False
    session.add(row)
    ordered = sorted(outlets, key=lambda outlet: outlet.id)
    rows = [part for place, outlet in enumerate(ordered) for part in outlet_rows(row.digest, place, outlet)]
    session.add_all(rows)
    session.flush()
    return True


def outlets_of(session: Session, digest: str) -> tuple[Outlet, ...]:
    """Sorted by id."""
    parts = (OutletRow.names, OutletRow.domains, OutletRow.assertions, OutletRow.relations)
    query = select(OutletRow).where(OutletRow.directory == digest).order_by(OutletRow.position)
    rows = session.scalars(query.options(*(selectinload(part) for part in parts))).all()
    if not rows and session.get(DirectoryRow, digest) is None:
        raise NotStored(f"no outlet directory {digest!r} in the store")
    return tuple(outlet_from_row(row) for row in rows)
