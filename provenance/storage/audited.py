"""A line of the audit log that is kept together with what it tells of, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from provenance.model import Actor, AuditKind


@dataclass(slots=True, kw_only=True)
class AuditLine:
    """`by` is asked when the line is written: a form may say it late. `written` turns true once it is kept."""

    what: AuditKind
    subject: str
    by: Callable[[], Actor]
    written: bool = False


_line: ContextVar[AuditLine | None] = ContextVar("line", default=None)


@contextmanager
def audited(line: AuditLine) -> Iterator[None]:
    """Within it the first commit of any store that was written to writes the line, too, in the same transaction."""
    before = _line.set(line)
    try:
        yield
    finally:
        _line.reset(before)


def line_to_write() -> AuditLine | None:
    """None where there is none, or it is written."""
    line = _line.get()
    return None if line is None or line.written else line
