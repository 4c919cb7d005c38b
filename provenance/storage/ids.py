"""Ids of articles, claims and groups: a letter and digits of base sixteen, which a user may shorten."""

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

_AFTER_DIGITS = "g"
"""Comes after every digit of base sixteen."""


def begins(column: InstrumentedAttribute[str], name: str) -> ColumnElement[bool]:
    """Whether an id begins with these characters: asked as a range, for which an index is of use, as it is not for
    LIKE on SQLite."""
    return column.between(name, f"{name}{_AFTER_DIGITS}")
