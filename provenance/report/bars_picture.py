"""The measures of a picture of what held when: a row for each assertion, a bar over the time for which it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.report.lettering import NAME_LINE, NAME_UNIT, shortened
from provenance.report.timeline_picture import WIDE, Tick

YEARS_BACK = 30
"""Years before the chosen day at which the picture begins: what changed within a working life can be told apart in it,
and names of a century ago do not press all that matters into a corner."""

_GUTTER = 500
_ROW = 26
_BAR = 10
_AXIS = 26
_TICK = 84
_LEAST = 3.0
"""A bar of one day is still seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What held from `since` up to `until`, both included; None where that end is open. `said` is the day somebody said
    so, None where it is not known. `kind` is a class of its look."""

    name: str
    since: date | None
    until: date | None
    said: date | None = None
    kind: str = "assertion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`said` is where a mark stands on it, None for none; `opens` and `closes` tell whether its ends are days in the
    picture; `older` are the years of what began before it, empty for what did not."""

    label: str
    title: str
    label_y: float
    x: float
    y: float
    width: float
    height: float
    said: float | None
    opens: bool
    closes: bool
    kind: str
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """`now` is where the chosen day stands."""

    width: float
    height: float
    start: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    now: float


def draw_bars(held: Sequence[Held], on: date, width: float) -> Bars:
    """From the first day that any of them names, but no more than YEARS_BACK before the chosen one, to the last, or to
    the chosen one. Names stand beside their bars where there is room, else above them."""
    beside = width >= WIDE
    start = _GUTTER if beside else 0
    step = _ROW if beside else _ROW + NAME_LINE
    days = sorted({on, *(day for one in held for day in (one.since, one.until, one.said) if day)})
    first = max(days[0], date(max(on.year - YEARS_BACK, 1), 1, 1)).toordinal()
    scale = _Scale(first, max(days[-1].toordinal(), first + 1), start, width - 1)
    bars = tuple(_bar(one, 1 + place * step, scale, beside=beside) for place, one in enumerate(held))
    height = 1 + step * len(held) + _AXIS
    ticks = tuple(_ticks(scale, height - 8))
    return Bars(width=width, height=height, start=start, bars=bars, ticks=ticks, now=scale.x(on))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as ordinals."""

    first: int
    last: int
    start: float
    end: float

    def holds(self, day: date | None) -> bool:
        return day is not None and day.toordinal() >= self.first

    def x(self, day: date) -> float:
        """At the edge for what is older."""
        part = max(day.toordinal() - self.first, 0) / (self.last - self.first)
        return round(self.start + part * (self.end - self.start), 1)


def _bar(held: Held, top: float, scale: _Scale, *, beside: bool) -> Bar:
    begin = scale.x(held.since) if held.since else scale.start
    end = scale.x(held.until) if held.until else scale.end
    begin = min(begin, scale.end - _LEAST)
    room = (_GUTTER - 14 if beside else scale.end) / NAME_UNIT
    line = top if beside else top + NAME_LINE
    return Bar(
        label=shortened(held.name, int(room)),
        title=held.name,
        label_y=top + (_ROW / 2 + 5 if beside else 14),
        x=begin,
        y=line + (_ROW - _BAR) / 2,
        width=round(max(end - begin, _LEAST), 1),
        height=_BAR,
        said=scale.x(held.said) if held.said and scale.holds(held.said) else None,
        opens=scale.holds(held.since),
        closes=scale.holds(held.until),
        kind=held.kind,
        older=_older(held, scale),
    )


def _older(held: Held, scale: _Scale) -> str:
    """ "1925", or "1925 to 1992" for what was over before the picture begins."""
    if held.since is None or scale.holds(held.since):
        return f"until {held.until.year}" if held.until and not scale.holds(held.until) else ""
    over = held.until is not None and not scale.holds(held.until)
    return f"{held.since.year} to {held.until.year}" if over and held.until else str(held.since.year)


def _ticks(scale: _Scale, y: float) -> Iterable[Tick]:
    """New Year's days, as many as there is room for."""
    years = list(range(date.fromordinal(scale.first).year + 1, date.fromordinal(scale.last).year + 1))
    fitting = max(int((scale.end - scale.start) // _TICK), 1)
    every = max(-(-len(years) // fitting), 1)
    for year in years[::every]:
        x = scale.x(date(year, 1, 1))
        anchor = "end" if x > scale.end - _TICK / 4 else "start" if x < scale.start + _TICK / 4 else "middle"
        yield Tick(x=x, y=y, text=str(year), anchor=anchor)
