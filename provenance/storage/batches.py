"""Long lists of ids, a part at a time: a statement takes only so many parameters."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Id = TypeVar("Id", str, int)

SIZE = 5_000
"""SQLite takes 32,766 parameters, PostgreSQL 65,535."""


def batches(ids: Iterable[Id]) -> Iterator[tuple[Id, ...]]:
    """Sorted, each id once."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), SIZE):
        yield tuple(ordered[start : start + SIZE])
