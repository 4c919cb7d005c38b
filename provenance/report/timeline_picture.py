"""The measures of a timeline: a lane for each that is told of, a dot where a day holds something, a number in it where
it holds more than one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.report.lettering import DETAIL_UNIT, NAME_LINE, NAME_UNIT, columns_of, shortened
from provenance.report.wording import counted, day_in_words

NARROW, WIDE = 360, 960
"""Widths in the picture's own units: one that a phone shows without making letters smaller, one for a desk."""

_GUTTER = 250
_COLUMN = 22
_RADIUS = 10.0
_LONE_RADIUS = 5.0
_ROW = 30
_AXIS = 26
_TICK = 118
_INSET = 12
_APART = 16
"""Between the last day and the column of those whose day is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What is told of one: on which days how much. `affiliated` and `kind` are classes of its look."""

    name: str
    days: tuple[tuple[date | None, int], ...]
    note: str = ""
    affiliated: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """`number` is empty for one of one; `title` says all of it."""

    x: float
    radius: float
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRow:
    """`label` stands at (label_x, label_y), its whole text in `title`; a line at `y` leads from `start` to `end`."""

    label: str
    note: str
    title: str
    label_x: float
    label_y: float
    note_x: float
    y: float
    start: float
    end: float
    affiliated: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    width: float
    height: float
    rows: tuple[LaneRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Columns in which dots of one lane never touch: a day each where there are enough, else as many days as it
    takes."""

    first: date
    days: int
    start: float
    columns: int
    undated: bool

    def column(self, day: date | None) -> float:
        if day is None:
            return self.columns
        offset = (day - self.first).days
        if self.days <= 1:
            return 0
        if self.days <= self.columns:
            return offset * (self.columns - 1) / (self.days - 1)
        return offset * self.columns // self.days

    def x(self, column: float) -> float:
        apart = _APART if column == self.columns and self.undated else 0
        return round(self.start + _INSET + column * _COLUMN + apart, 1)


def draw_timeline(lanes: Sequence[Lane], width: float, noun: tuple[str, str] = ("claim", "claims")) -> Timeline:
    """Names stand beside their lanes where there is room, else above them. `noun` says what a dot counts, one and
    many."""
    beside = width >= WIDE
    start = _GUTTER if beside else 0
    scale = _scale(lanes, start, width)
    step = _ROW if beside else _ROW + NAME_LINE
    rows = tuple(_row(lane, 1 + place * step, scale, width, beside, noun) for place, lane in enumerate(lanes))
    bottom = 1 + step * len(lanes)
    ticks = tuple(_ticks(scale, bottom + _AXIS - 8)) if lanes else ()
    return Timeline(width=width, height=bottom + _AXIS, rows=rows, ticks=ticks)


def _scale(lanes: Sequence[Lane], start: float, width: float) -> _Scale:
    days = [day for lane in lanes for day, _ in lane.days]
    known = sorted({day for day in days if day})
    undated = None in days
    room = width - start - 2 * _INSET - (_COLUMN + _APART if undated else 0)
    first = known[0] if known else date.min
    return _Scale(
        first=first,
        days=(known[-1] - first).days + 1 if known else 0,
        start=start,
        columns=max(int(room // _COLUMN) + 1, 1) if known else 0,
        undated=undated,
    )


def _row(lane: Lane, top: float, scale: _Scale, width: float, beside: bool, noun: tuple[str, str]) -> LaneRow:
    room = (_GUTTER - _APART if beside else width) - columns_of(lane.note) * DETAIL_UNIT - (8 if lane.note else 0)
    label = shortened(lane.name, max(int(room / NAME_UNIT), 1))
    y = top + _ROW / 2 if beside else top + NAME_LINE + _ROW / 2
    label_y = top + _ROW / 2 + 5 if beside else top + 14
    return LaneRow(
        label=label,
        note=lane.note,
        title=lane.name,
        label_x=0,
        label_y=label_y,
        note_x=round(_GUTTER - _APART if beside else width, 1),
        y=y,
        start=scale.start,
        end=width - 1,
        affiliated=lane.affiliated,
        dots=tuple(_dots(lane, scale, noun)),
    )


def _dots(lane: Lane, scale: _Scale, noun: tuple[str, str]) -> Iterable[Dot]:
    held: dict[float, list[tuple[date | None, int]]] = {}
    for day, number in lane.days:
        held.setdefault(scale.column(day), []).append((day, number))
    for column, days in sorted(held.items()):
        number = sum(count for _, count in days)
        yield Dot(
            x=scale.x(column),
            radius=_RADIUS if number > 1 else _LONE_RADIUS,
            number=shown_number(number) if number > 1 else "",
            title=f"{lane.name}, {_days_in_words([day for day, _ in days])}: {counted(number, *noun)}",
        )


def shown_number(number: int) -> str:
    """In three characters at most: 999, 12k; what is more than that in words alone."""
    if number < 1000:
        return str(number)
    return f"{number // 1000}k" if number < 100_000 else "…"


def _days_in_words(days: Sequence[date | None]) -> str:
    known = sorted(day for day in days if day)
    if not known:
        return day_in_words(None)
    first, last = (day_in_words(day.isoformat()) for day in (known[0], known[-1]))
    return first if first == last else f"{first} to {last}"


def _ticks(scale: _Scale, y: float) -> Iterable[Tick]:
    """The first day, the last, and what lies between where there is room for its words."""
    if scale.days:
        fitting = max(int((scale.columns - 1) * _COLUMN // _TICK), 1)
        offsets = Counter(place * (scale.days - 1) // fitting for place in range(fitting + 1))
        last = max(offsets)
        for offset in sorted(offsets):
            day = date.fromordinal(scale.first.toordinal() + offset)
            anchor = "start" if offset == 0 else "end" if offset == last else "middle"
            inset = {"start": -_RADIUS, "end": _RADIUS, "middle": 0}[anchor]
            yield Tick(x=scale.x(scale.column(day)) + inset, y=y, text=short_day(day), anchor=anchor)
    if scale.undated:
        yield Tick(x=scale.x(scale.columns) + _RADIUS, y=y, text="?", anchor="end")


def short_day(day: date) -> str:
    """2 Jun 2025."""
    number, month, year = day_in_words(day.isoformat()).split()
    return f"{number} {month[:3]} {year}"
