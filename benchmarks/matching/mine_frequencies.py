"""Makes the table of how common stems are in news: in how many sentences they stand, how often capitalised."""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from provenance.matching.frequencies import HEADER
from provenance.matching.profile import read_stems
from provenance.matching.tokens import Kind, tokenise

LEAST = 3
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
SHORTEST = 20


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """Rough ones: a mark and a space, or a line. Shorter ones than 20 characters say nothing."""
    for text in texts:
        yield from (sentence for sentence in SENTENCE_END.split(text) if len(sentence) > SHORTEST)


@dataclass(slots=True)
class Counts:
    """Of sentences, of sentences with a stem, and of a stem's places within sentences, all and capitalised."""

    sentences: int = 0
    stems: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    capitalised: Counter[str] = field(default_factory=Counter)


def count_stems(texts: Iterable[str]) -> Counts:
    counts = Counts()
    for sentence in sentences(texts):
        tokens = tokenise(sentence)
        counts.sentences += 1
        counts.stems.update({stem for stem, _, _ in read_stems(tokens)})
        counts.places.update(token.stem for token in tokens[1:] if token.kind is Kind.WORD)
        counts.capitalised.update(token.stem for token in tokens[1:] if token.kind is Kind.WORD and token.capital)
    return counts


def render(counts: Counts) -> str:
    lines = [
        f"{stem}\t{count}\t{100 * counts.capitalised[stem] // max(1, counts.places[stem])}"
        for stem, count in sorted(counts.stems.items())
        if count >= LEAST
    ]
    return "\n".join([f"{HEADER}\t{counts.sentences}", *lines]) + "\n"


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path, help="JSON lines with a field 'text', an article each")
    sys.stdout.write(render(count_stems(read_texts(parser.parse_args().corpus))))


if __name__ == "__main__":
    main()
