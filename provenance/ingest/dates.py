"""The day an article was published, as options, front matter and pages write it."""

import time
from datetime import UTC, date, datetime, timedelta

from provenance.errors import InvalidOption

FORMATS = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%Y/%m/%d",
)
"""Beside ISO 8601. Days written in figures alone, day or month first, are left out: nobody knows which is which."""

EARLIEST = date(1400, 1, 1)
AHEAD = timedelta(days=2)
"""A day begins in the Pacific before it does anywhere else; more than that is a mistake."""


def today_here() -> date:
    """The day by this machine's clock, in UTC."""
    return datetime.now(UTC).date()


def parse_day(text: str, where: str, today: date) -> date:
    """The day that a text means, in its own time zone where it holds a time. Raises InvalidOption, whose message begins
    with `where`, for what is no day, and for a day that `check_day` refuses."""
    day = _iso_day(text.strip()) or _written_day(text.strip())
    if day is None:
        raise InvalidOption(f"{where}: {text!r} is no day of the calendar; write it as 2025-06-02")
    return check_day(day, where, today)


def check_day(day: date, where: str, today: date) -> date:
    """The same day. Raises InvalidOption before the age of printing and after today."""
    if day < EARLIEST:
        raise InvalidOption(f"{where}: {day.isoformat()} is before anything was printed; write it as 2025-06-02")
    if day > today + AHEAD:
        raise InvalidOption(f"{where}: {day.isoformat()} is in the future, today is {today.isoformat()}; check it")
    return day


def page_day(text: str | None, today: date) -> date | None:
    """The day that a page's metadata mean, None where they mean none: a page's mistake is nobody's error here."""
    try:
        return parse_day(text, "page", today) if text else None
    except InvalidOption:
        return None


def _iso_day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _written_day(text: str) -> date | None:
    for form in FORMATS:
        try:
            return date(*time.strptime(text, form)[:3])
        except ValueError:
            continue
    return None
