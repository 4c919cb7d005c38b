"""What is exported as lines under columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of text under named columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
