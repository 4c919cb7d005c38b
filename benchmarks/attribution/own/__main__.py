"""Writes our own gold articles in the format of the benchmark.

python -m benchmarks.attribution.own --output GOLD.jsonl
"""

import argparse
import json
from pathlib import Path

from training.sentences.written import read_written

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution.own", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    lines = list(read_written(HERE))
    options.output.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} articles")


if __name__ == "__main__":
    main()
