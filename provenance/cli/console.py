"""The two streams: results on standard output, everything else on standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from provenance import services
from provenance.errors import InvalidOption
from provenance.services import STEERING, harmless
from provenance.settings import Settings

Item = TypeVar("Item")

PIPE_WIDTH = 120
"""Columns of a table that goes into a file or another program."""


def escaped(document: str) -> str:
    """A JSON document, where a character that would steer the reader's terminal can be written in letters."""
    return STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", document)


def write(text: str) -> None:
    """Writes a result, ending in one line break, and flushes it so that a full disk shows here."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Writes one line to standard error."""
    print(" ".join(harmless(text).split()), file=sys.stderr, flush=True)  # noqa: T201 - this is the one place


def colourful() -> bool:
    """Colour goes to a terminal alone, and not where NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns a result may take."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return PIPE_WIDTH


def piped(limit: int) -> bytes | None:
    """What was piped in, up to one byte beyond the limit; None where nobody pipes."""
    return None if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer.read(limit + 1)


def exit_status(error: Exception) -> int:
    """2 for wrong use, 1 for a failure."""
    return 2 if isinstance(error, InvalidOption) else 1


@contextmanager
def measured(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that says how many of how many are done: as a bar where standard error is a terminal, else in a
    line for each tenth part, so that a log shows that something happens and not much more."""
    if not sys.stderr.isatty():
        yield _in_lines(what)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell


def _in_lines(what: str) -> Callable[[int, int], None]:
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        tenth = 10 * done // total
        if told < tenth < 10:
            told = tenth
            note(f"{what}: {done} of {total}")

    return tell


def look_again(settings: Settings, now: datetime) -> int:
    """Says how far it is; how many claims were due. Raises StoreError."""
    total = 0
    with measured("Looking again at claims") as tell:
        for left in services.renew_in_batches(settings, now):
            total = max(total, left)
            tell(total - left, total)
    return total


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[Item], Item]]:
    """Gives a function that counts an item and hands it back. A bar is drawn on standard error where that is a
    terminal, and only for more than one item; None is a number that nobody knows yet."""
    if not sys.stderr.isatty() or total in (0, 1):
        yield lambda item: item
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def advance(item: Item) -> Item:
            bar.advance(task)
            return item

        yield advance
