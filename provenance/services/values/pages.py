"""A list, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from provenance.errors import InvalidOption

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsked:
    """Which part of a list: `number` counts from 1."""

    number: int = 1
    size: int = 50

    def __post_init__(self) -> None:
        if self.number < 1 or self.size < 1:
            asked = f"page {self.number}, {self.size} rows a page"
            raise InvalidOption(f"{asked}: pages are counted from 1, and each holds a row at least")

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    def of(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The page of a whole list."""
        return rows[self.offset : self.offset + self.size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Rows of a list that has `total` of them."""

    rows: tuple[Row, ...]
    asked: PageAsked
    total: int
