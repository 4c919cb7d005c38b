"""Joins our annotation with the texts it counts in, and prints how far two annotators agree.

    python -m benchmarks.attribution.wire ../shared/input/ukraine-crisis-2013-15.jsonl --part dev --output GOLD.jsonl

Parts: `test` (all that was read by the hands b, g and h alone; nobody who writes rules looks at it, nothing is trained
on it), `dev` (the rest; of an article read twice the first hand's annotation), `agreement` (writes nothing, prints one
hand against the other where two read the same article).
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.attribution.__main__ import read_lines, score, shown
from provenance.model import digest

HERE = Path(__file__).parent
HANDS = "abcdefgh"
FOR_TEST = frozenset("bgh")
Line = Mapping[str, Any]
"""A line of a benchmark file. Any: it is JSON."""


def annotated(texts: Mapping[str, str]) -> dict[str, dict[str, Line]]:
    """For each article annotated, by its id, what each hand made of it, with the text. Raises ValueError where a text
    is not the one annotated."""
    found: dict[str, dict[str, Line]] = {}
    for hand in HANDS:
        for line in read_lines(HERE / f"annotation_{hand}.jsonl"):
            text = texts[line["id"]]
            if digest(text) != line["sha256"]:
                message = f"annotation_{hand}.jsonl: {line['id']}: the text differs from the one annotated"
                raise ValueError(message)
            found.setdefault(line["id"], {})[hand] = {**line, "text": text}
    return found


def part_of(name: str, articles: Mapping[str, Mapping[str, Line]]) -> list[Line]:
    """The articles of the part `dev` or `test`, by id, each as its first hand has it."""
    chosen = [hands for _, hands in sorted(articles.items()) if (hands.keys() <= FOR_TEST) == (name == "test")]
    countries = json.loads((HERE / "countries.json").read_text(encoding="utf-8"))
    return [{**line, "country": countries[line["id"]]} for line in (hands[min(hands)] for hands in chosen)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution.wire", description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--part", choices=["dev", "test", "agreement"], required=True)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    articles = annotated({line["id"]: line["text"] for line in read_lines(options.texts)})
    if options.part == "agreement":
        twice = [[hands[hand] for hand in sorted(hands)] for _, hands in sorted(articles.items()) if len(hands) > 1]
        given = [second["attributions"] for _, second in twice]
        print(f"{len(twice)} articles")
        for name, value in score([first for first, _ in twice], given).items():
            print(shown(name, value))
        return
    lines = part_of(options.part, articles)
    options.output.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} articles, {sum(len(line['attributions']) for line in lines)} attributions")


if __name__ == "__main__":
    main()
