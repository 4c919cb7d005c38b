"""The two streams: results on standard output, everything else on standard error."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from provenance.errors import InvalidOption

Item = TypeVar("Item")

PIPE_WIDTH = 120
"""Columns of a table that goes into a file or another program."""


def harmless(text: str) -> str:
    """The text without control characters: what an article holds must not steer the reader's terminal. Marks that
    reverse the direction of writing count among them; line breaks and tabs stay."""
    return "".join(
        letter if letter in "\n\t" or not _steers(letter) else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" or letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def escaped(document: str) -> str:
    """The same for JSON, where such a character can be written in letters."""
    return "".join(f"\\u{ord(letter):04x}" if letter != "\n" and _steers(letter) else letter for letter in document)


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
def progress(what: str, total: int) -> Iterator[Callable[[Item], Item]]:
    """Gives a function that counts an item and hands it back. A bar is drawn on standard error where that is a
    terminal, and only for more than one item."""
    if not sys.stderr.isatty() or total < 2:
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
