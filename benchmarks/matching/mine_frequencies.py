"""Counts in how many sentences of news a stem stands: makes provenance/matching/data/stem_frequencies.tsv."""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from provenance.matching.frequencies import HEADER
from provenance.matching.profile import read_places
from provenance.matching.tokens import tokenise

LEAST = 3
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
SHORTEST = 20


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """Rough ones: a mark and a space, or a line. Shorter ones than 20 characters say nothing."""
    for text in texts:
        yield from (sentence for sentence in SENTENCE_END.split(text) if len(sentence) > SHORTEST)


def count_stems(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """The number of sentences, and in how many of them each stem stands."""
    number, counts = 0, Counter[str]()
    for sentence in sentences(texts):
        number += 1
        counts.update(read_places(tokenise(sentence)).keys())
    return number, counts


def render(number: int, counts: Counter[str]) -> str:
    lines = [f"{stem}\t{count}" for stem, count in sorted(counts.items()) if count >= LEAST]
    return "\n".join([f"{HEADER}\t{number}", *lines]) + "\n"


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path, help="JSON lines with a field 'text', an article each")
    sys.stdout.write(render(*count_stems(read_texts(parser.parse_args().corpus))))


if __name__ == "__main__":
    main()
