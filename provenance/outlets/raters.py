"""Who asserts something of an outlet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rater:
    """`url` is where the rater explains itself, `licence` that of the data taken over; None where not known."""

    id: str
    name: str
    url: str | None = None
    licence: str | None = None
    note: str | None = None
