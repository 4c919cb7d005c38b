"""States by the names, adjectives and seats of government that stand for them in text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.errors import ModelError
from provenance.model import Span

_REACH = 12
_SPOKEN = re.compile(r"\b(?:spoke|speaks?|speaking|spoken|in|into) $")
_ALONE = re.compile(r"\s*(?:[.,;:)]|$|(?:and|or|but|as|with|to|at|on) )")
_COLUMNS = ["code", "names", "adjectives", "seats"]


@dataclass(frozen=True, slots=True)
class StateMention:
    """`kind` is name, adjective or seat."""

    span: Span
    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class States:
    """`words` leads from a name as written to the state's ISO 3166-1 code and the kind of name."""

    words: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]

    def mentions(self, text: str) -> tuple[StateMention, ...]:
        """Longest first, in the order of the text, as written: "us" is no state, a language that is spoken is none."""
        found = []
        for match in self.pattern.finditer(text):
            code, kind = self.words[match.group()]
            before = text[max(0, match.start() - _REACH) : match.start()]
            if kind == "adjective" and _SPOKEN.search(before) and _ALONE.match(text, match.end()):
                continue
            found.append(StateMention(Span(match.start(), match.end()), code, kind))
        return tuple(found)

    def codes(self, text: str) -> tuple[str, ...]:
        """The states that a text speaks of, sorted, each once."""
        return tuple(sorted({mention.code for mention in self.mentions(text)}))

    def code_of(self, name: str) -> str | None:
        """The state that exactly this name stands for, a leading "the" left aside; None when it stands for none."""
        found = self.words.get(name.strip().removeprefix("the ").removeprefix("The "))
        return found[0] if found and found[1] != "adjective" else None


def parse_states(table: str) -> States:
    """From tab-separated text with the columns code, names, adjectives, seats; entries parted by semicolons."""
    head, *rows = table.splitlines()
    if head.split("\t") != _COLUMNS:
        raise ModelError(f"states.tsv:1: the columns are {', '.join(_COLUMNS)}; put them in this order")
    words: dict[str, tuple[str, str]] = {}
    for line, row in enumerate(rows, start=2):
        cells = row.split("\t")
        if len(cells) != len(_COLUMNS):
            raise ModelError(f"states.tsv:{line}: {len(cells)} columns where 4 are wanted; part them by tabs")
        for kind, cell in zip(("name", "adjective", "seat"), cells[1:], strict=True):
            for entry in filter(None, cell.split(";")):
                if entry in words:
                    raise ModelError(f"states.tsv:{line}: {entry!r} stands for two states; remove one")
                words[entry] = (cells[0], kind)
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return States(words, re.compile(rf"(?<!\w)(?=[A-ZÉÖÜŠČ])(?:{alternatives})(?!\w)"))
