"""Reads the banks of hand-written material: one item a line, fields parted by tabs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
Fields = tuple[str, ...]
Bank = Mapping[str, tuple[Fields, ...]]
"""Kind of item -> the items, each as its fields."""


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """A pattern of wording: its family, the line it stands on and the passage in markup with slots."""

    family: str
    line: int
    passage: str


@dataclass(frozen=True, slots=True)
class Banks:
    """All hand-written material; topics by name, everything else for any topic."""

    topics: Mapping[str, Bank]
    words: Bank
    outlets: tuple[Fields, ...]
    countries: tuple[Fields, ...]


def lines_of(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def read_bank(path: Path) -> Bank:
    bank: dict[str, list[Fields]] = {}
    for line in lines_of(path):
        kind, *fields = line.split("\t")
        bank.setdefault(kind, []).append(tuple(fields))
    return {kind: tuple(items) for kind, items in bank.items()}


def read_table(name: str) -> tuple[Fields, ...]:
    return tuple(tuple(line.split("\t")) for line in lines_of(HERE / name))


def read_banks() -> Banks:
    topics = {path.stem: read_bank(path) for path in sorted((HERE / "topics").glob("*.tsv"))}
    words = read_bank(HERE / "words.tsv")
    return Banks(topics, words, read_table("outlets.tsv"), read_table("countries.tsv"))


def read_frames() -> tuple[Frame, ...]:
    """The frames of all families; a family is a file, a frame a line in which `¶` begins a new paragraph."""
    return tuple(
        Frame(path.stem, number, line.replace(" ¶ ", "\n\n").replace(" ↵ ", "\n"))
        for path in sorted((HERE / "frames").glob("*.txt"))
        for number, line in enumerate(lines_of(path), start=1)
    )


def read_negatives() -> tuple[str, ...]:
    """Sentences with slots that attribute nothing to anybody."""
    return tuple(line for path in sorted((HERE / "negatives").glob("*.txt")) for line in lines_of(path))


def read_skeletons() -> Mapping[str, tuple[str, ...]]:
    """The plans of short articles: name -> lines, each a paragraph or alternatives parted by `||`."""
    return {path.stem: tuple(lines_of(path)) for path in sorted((HERE / "articles").glob("*.txt"))}
