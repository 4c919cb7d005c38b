"""Running the command inside the test's own process."""

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from provenance.cli import app, main

FIXTURES = Path(__file__).parents[2] / "fixtures"
ISTANBUL = FIXTURES / "istanbul"
HOSTILE = FIXTURES / "hostile"


@dataclass(frozen=True, slots=True)
class Ran:
    status: int
    out: str
    err: str


class Command:
    """`provenance` with a database of its own; what it is called with are the words after `--db PATH`."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
        self.capsys, self.monkeypatch, self.database = capsys, monkeypatch, database

    def __call__(self, *words: str | Path, typed: bytes = b"") -> Ran:
        self.capsys.readouterr()
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        status = main(["--db", str(self.database), *map(str, words)])
        captured = self.capsys.readouterr()
        return Ran(status, captured.out, captured.err)


def every_command() -> Iterator[tuple[str, Any]]:
    """Each command's words after `provenance`, groups too, in the order of the help. Any: Typer's class is private."""
    yield from _commands("", get_command(app))


def _commands(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(f"{path} {name}".strip(), below)
