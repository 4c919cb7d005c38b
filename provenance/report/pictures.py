"""Pictures of documents, and what else a template asks for: dates read, widths chosen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from provenance.model import Day, Interval
from provenance.report.bars_picture import YEARS_BACK, Bars, Held, draw_bars
from provenance.report.group.schema import DayDocument, LaneDocument, OriginDocument, ToldFigureDocument
from provenance.report.group.ways_picture import WaysPicture, draw_ways, way_in_words
from provenance.report.timeline_picture import NARROW, WIDE, Lane, Timeline, draw_timeline
from provenance.report.views import Piece, pieces
from provenance.report.wording import counted

WIDTHS = {"narrow": NARROW, "wide": WIDE}
"""Each timeline is drawn for a phone and for a desk; a style sheet shows one of them."""

MOST_BARS = 40
"""Rows of the picture of assertions: the table beside it holds all."""

Event = Mapping[str, Any]
"""Any: an event of an outlet's timeline as JSON."""


def ways(origin: OriginDocument) -> WaysPicture:
    return draw_ways(origin)


def lanes(told: Sequence[LaneDocument], width: str) -> Timeline:
    return draw_timeline(
        [
            Lane(
                name=lane["name"],
                note=counted(lane["outlets"], "outlet", "outlets") if lane["outlets"] > 1 else "",
                affiliated=lane["state_affiliated"],
                days=_days(lane["days"]),
            )
            for lane in told
        ],
        WIDTHS[width],
    )


def days(name: str, told: Iterable[DayDocument], width: str) -> Timeline:
    return draw_timeline([Lane(name=name, days=_days(told))], WIDTHS[width])


def figures(series: Sequence[ToldFigureDocument], width: str) -> Timeline:
    """A lane for each figure, the largest on top."""
    told: dict[tuple[float, float], list[ToldFigureDocument]] = {}
    for figure in series:
        told.setdefault(_bounds(figure), []).append(figure)
    return draw_timeline(
        [
            Lane(
                name=figures_told[0]["words"],
                note="" if any(figure["here"] for figure in figures_told) else "elsewhere",
                affiliated="here" if any(figure["here"] for figure in figures_told) else "elsewhere",
                days=_counted(figures_told),
            )
            for _, figures_told in sorted(told.items(), reverse=True)
        ],
        WIDTHS[width],
    )


def _bounds(figure: ToldFigureDocument) -> tuple[float, float]:
    low, high = figure["low"], figure["high"]
    return (high if low is None else low) or 0.0, (low if high is None else high) or 0.0


def _counted(told: Sequence[ToldFigureDocument]) -> tuple[tuple[date | None, int], ...]:
    published = [date.fromisoformat(one["published"]) if one["published"] else None for one in told]
    return tuple((day, published.count(day)) for day in dict.fromkeys(published))


def _days(told: Iterable[DayDocument]) -> tuple[tuple[date | None, int], ...]:
    return tuple((date.fromisoformat(each["day"]) if each["day"] else None, each["claims"]) for each in told)


def assertions(timeline: Sequence[Event], on: str, width: str) -> Bars:
    """What has a date, in the order of time."""
    held = [_held(event) for event in timeline if event["at"]]
    return draw_bars(held[:MOST_BARS], date.fromisoformat(on), WIDTHS[width])


def _held(event: Event) -> Held:
    since, until, said = (Day(event[end]) if event[end] else None for end in ("since", "until", "asserted"))
    valid = Interval(since=since, until=until)
    return Held(
        name=f"{event['words']} – {event['rater']}" if event["rater"] else event["words"],
        since=valid.since.first if valid.since else None,
        until=valid.until.last if valid.until else None,
        said=said.first if said else None,
        kind=event["kind"],
    )


__all__ = ["YEARS_BACK", "Piece", "assertions", "days", "figures", "lanes", "pieces", "way_in_words", "ways"]
