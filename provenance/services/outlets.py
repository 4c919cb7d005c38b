"""What the directory holds of outlets."""

from collections.abc import Iterable
from datetime import date

from provenance.model import Outlet
from provenance.outlets import Directory, classify
from provenance.services.resources import load_directory
from provenance.services.values import OutletFilter, OutletRow


def list_outlets(wanted: OutletFilter, on: date) -> tuple[OutletRow, ...]:
    """In the order of their ids. Raises UnknownOutlet where a name was given that nobody bears."""
    directory = load_directory()
    outlets: Iterable[Outlet] = directory.outlets.values()
    if wanted.name is not None:
        outlets = _named(directory, wanted.name)
    rows = (OutletRow(outlet=outlet, classification=classify(directory, outlet.id, on)) for outlet in outlets)
    return tuple(sorted(filter(wanted.takes, rows), key=lambda row: row.outlet.id))


def _named(directory: Directory, name: str) -> tuple[Outlet, ...]:
    if name in directory.outlets:
        return (directory.outlets[name],)
    host = directory.by_host(name)
    return directory.by_name(name) or ((host,) if host else (directory.outlet(name),))
