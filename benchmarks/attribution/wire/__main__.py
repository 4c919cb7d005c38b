"""Joins our annotation with the texts it counts in, and prints how far two annotators agree.

    python -m benchmarks.attribution.wire ../shared/input/ukraine-crisis-2013-15.jsonl --part dev --output GOLD.jsonl

Parts: `common` (annotated twice, here by the first hand), `dev` (the rest of the first hand), `test` (the rest of the
second hand; nobody who writes rules looks at it), `agreement` (writes nothing, prints one hand against the other).
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.attribution.__main__ import read_lines, score, shown
from provenance.model import digest

HERE = Path(__file__).parent
Line = Mapping[str, Any]
"""A line of a benchmark file. Any: it is JSON."""


def annotated(hand: str, texts: Mapping[str, str]) -> dict[str, Line]:
    """The articles of one annotator with their texts; raises ValueError where a text is not the one annotated."""
    found: dict[str, Line] = {}
    for line in read_lines(HERE / f"annotation_{hand}.jsonl"):
        text = texts[line["id"]]
        if digest(text) != line["sha256"]:
            message = f"{line['id']}: the text differs from the one annotated"
            raise ValueError(message)
        found[line["id"]] = {**line, "text": text}
    return found


def part_of(name: str, first: Mapping[str, Line], second: Mapping[str, Line]) -> list[Line]:
    common = first.keys() & second.keys()
    chosen = {"common": first, "dev": first, "test": second}[name]
    return [chosen[key] for key in sorted(chosen) if (key in common) == (name == "common")]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution.wire", description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--part", choices=["common", "dev", "test", "agreement"], required=True)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    texts = {line["id"]: line["text"] for line in read_lines(options.texts)}
    first, second = annotated("a", texts), annotated("b", texts)
    if options.part == "agreement":
        common = sorted(first.keys() & second.keys())
        given = [second[key]["attributions"] for key in common]
        for name, value in score([first[key] for key in common], given).items():
            print(shown(name, value))
        return
    lines = part_of(options.part, first, second)
    options.output.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} articles, {sum(len(line['attributions']) for line in lines)} attributions")


if __name__ == "__main__":
    main()
