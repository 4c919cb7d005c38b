"""What a newsroom adds to the directory of its store, and takes back: appended, attributed, never edited."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from provenance.errors import DirectoryError, InvalidOption, NotStored
from provenance.model import Classification
from provenance.outlets import (
    RETRACTION,
    TAKES_BACK,
    Addition,
    Cells,
    Directory,
    NewRow,
    classify,
    make_cells,
    retractions,
    with_rows,
)
from provenance.services.directories import directory_of, directory_with
from provenance.services.opening import open_to_read
from provenance.services.outlets import find_outlets
from provenance.services.raters import rater_for
from provenance.services.values.additions import Added, Change, LoggedAddition, NewAssertion
from provenance.services.values.authorship import Authorship
from provenance.settings import Settings
from provenance.storage import Store, open_store

PLACE = "this assertion"


def assert_of_outlet(settings: Settings, now: datetime, wanted: NewAssertion, by: Authorship, on: date) -> Added:
    """Appends one assertion; by a newsroom that never asserted before, its rater too. `on` is the day of the
    classifications before and after.

    Raises UnknownOutlet with the nearest ids, DirectoryError where the closed sets, the dates or the evidence are wrong
    or it is there already, InvalidOption where a name means several outlets or no rater.
    """

    def rows(directory: Directory) -> Sequence[NewRow]:
        outlet = _one_outlet(wanted.outlet, directory)
        rater, rater_rows = rater_for(wanted.rater, by.made_by, directory)
        cells = _assertion_cells(wanted, outlet, rater, now.date())
        return [*rater_rows, NewRow(table="assertions", cells=cells, place=PLACE)]

    return add_rows(settings, now, rows, by, on)


def add_rows(
    settings: Settings, now: datetime, rows: Callable[[Directory], Sequence[NewRow]], by: Authorship, on: date
) -> Added:
    """Makes the rows with the directory in force, while nobody else can write, and appends them as one batch. Nothing
    is appended where there is none, or one is wrong."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        before = directory_of(store)
        made = rows(before)
        after = with_rows(before, made)
        if _content(after) == _content(before):
            raise DirectoryError("the directory says so already; nothing was added")
        additions = store.save_additions(made, made_by=by.made_by, why=by.why)
        store.commit()
    return Added(additions=additions, changes=tuple(changes(before, after, touched_by(made), on)))


def retract(
    settings: Settings, now: datetime, wanted: int | None, batch: int | None, by: Authorship, on: date
) -> Added:
    """Takes back one addition, or all of a batch that are in force. What others rest on cannot go before them.

    Raises NotStored for an id that nobody gave, InvalidOption for what was taken back already, DirectoryError where the
    directory would be left with rows that refer to nothing.
    """
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        held = store.additions()
        going = _going(held, wanted, batch)
        rows = [_retraction(addition) for addition in going]
        additions = store.save_additions(rows, made_by=by.made_by, why=by.why)
        before, after = _valid_or_none(held), _after(store, held)
        store.commit()
    if before is None or after is None:
        return Added(additions=additions, changes=())
    back = [addition.row for addition in _meant(going, held)]
    return Added(additions=additions, changes=tuple(changes(before, after, touched_by(back), on)))


def list_additions(settings: Settings, now: datetime) -> tuple[LoggedAddition, ...]:
    """All that was ever added, in that order, with what became of it."""
    with open_to_read(settings, now) as store:
        held = store.additions()
    taken = retractions(held)
    return tuple(LoggedAddition(addition=each, taken_back_by=taken.get(each.id)) for each in held)


def touched_by(rows: Iterable[NewRow]) -> tuple[str, ...]:
    """The ids of the outlets that the rows are about, sorted."""
    columns = ((dict(row.cells), "id" if row.table == "outlets" else "outlet") for row in rows if row.table != "raters")
    return tuple(sorted({cells[column] for cells, column in columns if column in cells}))


def changes(before: Directory, after: Directory, outlets: Iterable[str], on: date) -> Iterable[Change]:
    for outlet in outlets:
        yield Change(outlet=outlet, before=_classified(before, outlet, on), after=_classified(after, outlet, on))


def _classified(directory: Directory, outlet: str, on: date) -> Classification | None:
    return classify(directory, outlet, on) if outlet in directory.outlets else None


def _content(directory: Directory) -> tuple[object, object]:
    return directory.outlets, directory.raters


def _assertion_cells(wanted: NewAssertion, outlet: str, rater: str, today: date) -> Cells:
    given = {column: text for column, text in asdict(wanted).items() if text is not None}
    seen = {"seen": today.isoformat()} if wanted.evidence_url else {}
    return make_cells("assertions", {"asserted": today.isoformat(), **given, "outlet": outlet, "rater": rater, **seen})


def _one_outlet(name: str, directory: Directory) -> str:
    outlets = find_outlets(name, directory)
    if len(outlets) > 1:
        ids = ", ".join(outlet.id for outlet in outlets)
        raise InvalidOption(f"{name}: several outlets bear that name: {ids}; give the id of one")
    return outlets[0].id


def _going(held: Sequence[Addition], wanted: int | None, batch: int | None) -> list[Addition]:
    taken = retractions(held)
    found = [each for each in held if each.id == wanted or each.batch == batch]
    if not found:
        what = f"addition {wanted}" if batch is None else f"batch {batch}"
        raise NotStored(f"no {what} in the store; `provenance outlets additions` lists them")
    going = [each for each in found if each.id not in taken]
    if not going:
        last = taken[found[-1].id]
        raise InvalidOption(f"{found[-1].id}: taken back by {last.id} already; retract {last.id} to have it again")
    return going


def _retraction(addition: Addition) -> NewRow:
    return NewRow(
        table=RETRACTION,
        cells=make_cells(RETRACTION, {TAKES_BACK: str(addition.id)}),
        place=f"addition {addition.id}",
    )


def _valid_or_none(additions: Iterable[Addition]) -> Directory | None:
    """None where they do not fit: a retraction is the way out of that."""
    try:
        return directory_with(additions)
    except DirectoryError:
        return None


def _after(store: Store, held: Sequence[Addition]) -> Directory | None:
    """Refuses to break what was whole; what was broken before may be left so."""
    if _valid_or_none(held) is None:
        return _valid_or_none(store.additions())
    try:
        return directory_of(store)
    except DirectoryError as error:
        raise DirectoryError(f"others rest on it; take them back first, or the whole batch:\n{error}") from error


def _meant(going: Iterable[Addition], held: Sequence[Addition]) -> list[Addition]:
    """What comes or goes in the end: of a retraction what it had taken back."""
    by_id = {each.id: each for each in held}
    meant = []
    for each in going:
        end = each
        while end.takes_back is not None:
            end = by_id[end.takes_back]
        meant.append(end)
    return meant
