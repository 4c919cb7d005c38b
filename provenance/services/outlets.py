"""What the directory holds of outlets."""

from datetime import date

from provenance.model import Outlet
from provenance.outlets import classify
from provenance.services.resources import load_directory
from provenance.services.values import OutletFilter, OutletRow


def list_outlets(wanted: OutletFilter, on: date) -> tuple[OutletRow, ...]:
    """In the order of their ids. Raises UnknownOutlet where a name was given that nobody bears."""
    directory = load_directory()
    outlets = find_outlets(wanted.name) if wanted.name is not None else directory.outlets.values()
    rows = (OutletRow(outlet=outlet, classification=classify(directory, outlet.id, on)) for outlet in outlets)
    return tuple(sorted(filter(wanted.takes, rows), key=lambda row: row.outlet.id))


def find_outlets(name: str) -> tuple[Outlet, ...]:
    """Those that an id, an exact name or a host means: most often one. Raises UnknownOutlet, with the nearest ids."""
    directory = load_directory()
    if name in directory.outlets:
        return (directory.outlets[name],)
    host = directory.by_host(name)
    return directory.by_name(name) or ((host,) if host else (directory.outlet(name),))
