"""Dates known to the year, the month or the day."""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a source gives it, in the extended date-time format's prefix form: 2014, 2014-09 or 2014-09-01."""

    text: str

    def __post_init__(self) -> None:
        self._parts()
        _ = self.first

    def _parts(self) -> list[int]:
        pieces = self.text.split("-")
        if len(pieces) > 3 or not all(piece.isdigit() for piece in pieces):
            raise ValueError(f"not a date: {self.text!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return [int(piece) for piece in pieces]

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        year, *rest = self._parts()
        return date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        year, *rest = self._parts()
        month = rest[0] if rest else 12
        return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Interval:
    """From `since` up to and including `until`; None is open. A day that is not known (None) lies in every interval
    that has not ended."""

    since: Day | None = None
    until: Day | None = None

    def holds(self, on: date | None) -> bool:
        if on is None:
            return self.until is None
        return (self.since is None or self.since.first <= on) and (self.until is None or on <= self.until.last)
