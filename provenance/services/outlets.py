"""What the directory holds of outlets."""

from datetime import date, datetime

from provenance.model import Outlet
from provenance.outlets import Directory, classify
from provenance.services.directories import directory_in_force
from provenance.services.values import OutletFilter, OutletRow
from provenance.settings import Settings


def list_outlets(settings: Settings, now: datetime, wanted: OutletFilter, on: date) -> tuple[OutletRow, ...]:
    """In the order of their ids. Raises UnknownOutlet where a name was given that nobody bears."""
    directory = directory_in_force(settings, now)
    outlets = find_outlets(wanted.name, directory) if wanted.name is not None else directory.outlets.values()
    rows = (OutletRow(outlet=outlet, classification=classify(directory, outlet.id, on)) for outlet in outlets)
    return tuple(sorted(filter(wanted.takes, rows), key=lambda row: row.outlet.id))


def find_outlets(name: str, directory: Directory) -> tuple[Outlet, ...]:
    """Those that an id, an exact name or a host means: most often one. Raises UnknownOutlet, with the nearest ids."""
    if name in directory.outlets:
        return (directory.outlets[name],)
    host = directory.by_host(name)
    return directory.by_name(name) or ((host,) if host else (directory.outlet(name),))
