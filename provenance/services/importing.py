"""Lists of outlets that others made, merged into the directory of the store: whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from provenance.errors import DirectoryError
from provenance.extraction import States, parse_states
from provenance.ingest import OutletList, read_list
from provenance.model import Basis, Confidence, Day
from provenance.outlets import (
    Defaults,
    Directory,
    Entry,
    Fate,
    NewRow,
    Planned,
    Rater,
    matrix_entries,
    plain_entries,
    plan_entries,
    plan_rows,
    with_rows,
)
from provenance.services.additions import changes, touched_by
from provenance.services.directories import directory_in_force, directory_of
from provenance.services.raters import rater_for
from provenance.services.resources import packaged_texts
from provenance.services.values.additions import Imported, ImportOptions, ImportRow
from provenance.services.values.authorship import Authorship
from provenance.settings import Settings
from provenance.storage import open_store

MATRIX_RATER = "asd-gmf"
"""Whose word State Media Monitor's matrix is, as the file with its columns is published."""

_OTHER_NAMES = {
    "DR Congo": "CD",
    "Hong Kong": "HK",
    "Macao": "MO",
    "Palestine territories": "PS",
    "UAE": "AE",
    "USA": "US",
}


def plan_import(
    settings: Settings, now: datetime, location: str, options: ImportOptions, by: Authorship, on: date
) -> Imported:
    """What importing the list would do. Nothing is written, and no database is made."""
    listed = read_list(location)
    directory = directory_in_force(settings, now)
    planned, rows = _plan(listed, directory, options, by, now.date())
    after = with_rows(directory, rows)
    return Imported(planned=planned, changes=tuple(changes(directory, after, touched_by(rows), on)))


def import_list(
    settings: Settings, now: datetime, location: str, options: ImportOptions, by: Authorship, on: date
) -> Imported:
    """Appends what the list adds, as one batch in one transaction.

    Raises DirectoryError with a line for each row that is wrong, or that conflicts unless those are to be skipped;
    nothing is written then.
    """
    listed = read_list(location)
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        directory = directory_of(store)
        planned, rows = _plan(listed, directory, options, by, now.date())
        after = with_rows(directory, rows)
        conflicts = [row for row in planned if row.fate is Fate.CONFLICT]
        if conflicts and not options.skip_conflicts:
            lines = [
                f"{row.place}: {row.what}; correct the row, or leave it out with --skip-conflicts" for row in conflicts
            ]
            raise DirectoryError("\n".join([*lines, "nothing was imported"]))
        additions = store.save_additions(rows, made_by=by.made_by, why=by.why) if rows else ()
        store.commit()
    changed = tuple(changes(directory, after, touched_by(rows), on))
    return Imported(planned=planned, changes=changed, additions=additions)


def import_rows(imported: Imported) -> tuple[ImportRow, ...]:
    """Each row with the change of its outlet, where it has a part in one."""
    changed = {change.outlet: change for change in imported.changes if change.is_one}
    return tuple(
        ImportRow(planned=row, change=changed.get(row.outlet or "") if row.rows else None) for row in imported.planned
    )


def _plan(
    listed: OutletList, directory: Directory, options: ImportOptions, by: Authorship, today: date
) -> tuple[tuple[Planned, ...], list[NewRow]]:
    """What becomes of each row, and all rows to add: the rater's first where it is new and speaks."""
    if listed.own:
        planned = plan_rows(directory, listed.own)
        return planned, [row for each in planned for row in each.rows]
    speaking = _speaking(listed, directory, options, by)
    planned = plan_entries(directory, _entries(listed, _defaults(speaking, options, today)), speaking.raters)
    rows = [row for each in planned for row in each.rows]
    speaks = any(("rater", speaking.id) in row.cells for row in rows)
    return planned, [*(speaking.rows if speaks else ()), *rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaking:
    """Whose word a list is, the row that makes the rater where it is new, and all raters then."""

    id: str
    rows: tuple[NewRow, ...]
    raters: Mapping[str, Rater]


def _speaking(listed: OutletList, directory: Directory, options: ImportOptions, by: Authorship) -> _Speaking:
    name = options.rater or (MATRIX_RATER if listed.matrix else None)
    rater, rows = rater_for(name, by.made_by, directory)
    return _Speaking(id=rater, rows=rows, raters=with_rows(directory, rows).raters)


def _defaults(speaking: _Speaking, options: ImportOptions, today: date) -> Defaults:
    return Defaults(
        rater=speaking.id,
        asserted=_asserted(options, today),
        dated=options.asserted is not None,
        seen=today.isoformat(),
        basis=Basis.RESEARCH,
        confidence=Confidence.MEDIUM,
        evidence_url=options.evidence_url or speaking.raters[speaking.id].url,
        evidence_title=None,
    )


def _asserted(options: ImportOptions, today: date) -> str:
    if options.asserted is None:
        return today.isoformat()
    try:
        return Day(options.asserted).text
    except ValueError as error:
        raise DirectoryError(f"--asserted {options.asserted}: no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error


def _entries(listed: OutletList, defaults: Defaults) -> Sequence[Entry]:
    if listed.matrix:
        return matrix_entries(listed.matrix, defaults, _code_of)
    return plain_entries(listed.plain, defaults, _code_of)


@cache
def _states() -> States:
    return parse_states(packaged_texts("provenance.extraction", "data")["states.tsv"])


def _code_of(country: str) -> str | None:
    if len(country) == 2 and country.isalpha():
        return country.upper()
    return _OTHER_NAMES.get(country) or _states().code_of(country)
