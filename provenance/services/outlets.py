"""What the directory holds of outlets."""

import difflib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from provenance.errors import InvalidOption
from provenance.model import Classification, Outlet
from provenance.outlets import DESIGNATIONS, Directory, classify
from provenance.services.directories import directory_in_force
from provenance.services.resources import packaged_texts
from provenance.services.values.outlets import OutletFilter, OutletRow
from provenance.settings import Settings


def list_outlets(settings: Settings, now: datetime, wanted: OutletFilter, on: date) -> tuple[OutletRow, ...]:
    """In the order of their ids. Raises UnknownOutlet where a name was given that nobody bears, InvalidOption where a
    filter asks for what cannot be."""
    directory = directory_in_force(settings, now)
    asked = checked_filter(wanted, directory)
    outlets = find_outlets(wanted.name, directory) if wanted.name is not None else directory.outlets.values()
    rows = (
        OutletRow(outlet=outlet, classification=classify(directory, outlet.id, on), directory=directory.edition)
        for outlet in outlets
    )
    return tuple(sorted(filter(asked.takes, rows), key=lambda row: row.outlet.id))


@lru_cache(maxsize=8)
def classifications(directory: Directory, on: date) -> Mapping[str, Classification]:
    """Of every outlet at a day, by id: every page of outlets asks for them, and they take a tenth of a second."""
    return {outlet: classify(directory, outlet, on) for outlet in directory.outlets}


def find_outlets(name: str, directory: Directory) -> tuple[Outlet, ...]:
    """Those that an id, an exact name or a host means: most often one. Raises UnknownOutlet, with the nearest ids."""
    if name in directory.outlets:
        return (directory.outlets[name],)
    host = directory.by_host(name)
    return directory.by_name(name) or ((host,) if host else (directory.outlet(name),))


def checked_filter(wanted: OutletFilter, directory: Directory) -> OutletFilter:
    """With codes and ids as the directory writes them."""
    return replace(
        wanted,
        country=_country(wanted.country, directory) if wanted.country is not None else None,
        rater=_rater(wanted.rater, directory) if wanted.rater is not None else None,
        designation=_designation(wanted.designation) if wanted.designation is not None else None,
    )


def _country(text: str, directory: Directory) -> str:
    code = text.strip().upper()
    if code in {outlet.country for outlet in directory.outlets.values()}:
        return code
    from provenance.extraction import parse_states  # noqa: PLC0415 - a code that is known needs no network

    states = parse_states(packaged_texts("provenance.extraction", "data")["states.tsv"])
    if code in {known for known, _ in states.words.values()}:
        return code
    meant = states.code_of(text) or states.code_of(text.strip().title()) or states.code_of(code)
    hint = f"write {meant}" if meant else "write a code of ISO 3166-1, such as RU"
    raise InvalidOption(f"--country {text}: no code of a country; {hint}")


def _rater(text: str, directory: Directory) -> str:
    named = {rater.name.casefold(): rater.id for rater in directory.raters.values()}
    found = text if text in directory.raters else named.get(text.casefold())
    if found is None:
        near = difflib.get_close_matches(text.casefold(), sorted(directory.raters), n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "write an id of raters.csv"
        raise InvalidOption(f"--rater {text}: no such rater; {hint}")
    return found


def _designation(text: str) -> str:
    """A value such as eu_broadcast_ban, a kind of act, or a jurisdiction of two letters, in small letters."""
    asked = text.strip().lower()
    jurisdiction, _, kind = asked.partition("_")
    if asked in DESIGNATIONS or (len(jurisdiction) == 2 and (not kind or kind in DESIGNATIONS)):
        return asked
    kinds = ", ".join(sorted(DESIGNATIONS))
    raise InvalidOption(f"--designation {text}: write a jurisdiction such as EU, or one of {kinds}, or both: eu_sdn")
