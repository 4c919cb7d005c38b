"""How fast claims are extracted, and what the report of one article costs from a cold start: time and memory.

    python -m benchmarks.speed [--json] [--runs 5] [--articles FILE.jsonl]

Extraction is timed in seconds of one processor core, without the loading of the model. The articles are those of a
file of JSON lines with a `text` each: ../shared/input/*.jsonl where that is present, else the fixtures.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from provenance.extraction import extract_claims
from provenance.ingest import ReadOptions, find_articles, read_article
from provenance.model import Article
from provenance.services.reading import load_reader
from provenance.services.resources import load_directory

CHECKOUT = Path(__file__).parent.parent
FIXTURES = CHECKOUT / "fixtures" / "istanbul"
REPORTED = FIXTURES / "06-pravda-ru.html"
COMMAND = (sys.executable, "-c", "import sys; from provenance.cli import main; sys.exit(main())")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Seconds, megabytes (1,000,000 bytes) and words; medians of `runs`. Words are what white space parts."""

    corpus: str
    articles: int
    words: int
    claims: int
    runs: int
    extraction_seconds: float
    words_a_second: float
    report_seconds: float
    report_megabytes: float


def measure(articles: Sequence[Article], corpus: str, runs: int) -> Speed:
    reader = load_reader()
    words = sum(len(article.text.split()) for article in articles)
    claims = sum(len(extract_claims(article, reader)) for article in articles)
    seconds = _median(runs, lambda: extraction_seconds(articles))
    costs = [_report_cost() for _ in range(runs)]
    return Speed(
        corpus=corpus,
        articles=len(articles),
        words=words,
        claims=claims,
        runs=runs,
        extraction_seconds=round(seconds, 3),
        words_a_second=round(words / seconds),
        report_seconds=round(statistics.median(wall for wall, _ in costs), 2),
        report_megabytes=round(statistics.median(peak for _, peak in costs) / 1e6),
    )


def _median(runs: int, measured: Callable[[], float]) -> float:
    return statistics.median(measured() for _ in range(runs))


def extraction_seconds(articles: Sequence[Article]) -> float:
    """Time of the processor over all threads, so that neither a busy machine nor a second core counts."""
    reader = load_reader()
    started = time.process_time()
    for article in articles:
        extract_claims(article, reader)
    return time.process_time() - started


def _report_cost() -> tuple[float, float]:
    """Seconds on the wall and bytes at the peak, of a process that reports one article into a new database."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["--db", f"{folder}/speed.sqlite3", "report", str(REPORTED), "--output", f"{folder}/report.txt"]
        started = time.perf_counter()
        process = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    if status:
        sys.exit(f"the report failed: provenance report {REPORTED}")
    return wall, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def read_corpus(path: Path | None) -> tuple[str, list[Article]]:
    """Its name, and its articles."""
    given = [path] if path else sorted((CHECKOUT.parent / "shared" / "input").glob("*.jsonl"))
    if given:
        lines = (line for file in given for line in file.read_text(encoding="utf-8").splitlines())
        return ", ".join(file.name for file in given), [Article(text=json.loads(line)["text"]) for line in lines]
    directory = load_directory()
    locations = find_articles([str(FIXTURES)])
    return "fixtures/istanbul", [read_article(location, ReadOptions(), directory) for location in locations]


def measured_and_shown(description: str | None, measured: Callable[[Sequence[Article], str, int], Any]) -> None:
    """A command: the articles, the runs and the form are its options; what is measured is a dataclass (Any: typeshed's
    name for its instances is private)."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, help="JSON lines with a text each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    corpus, articles = read_corpus(options.articles)
    figures = asdict(measured(articles, corpus, options.runs))
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        print("\n".join(f"{name.replace('_', ' '):24} {value}" for name, value in figures.items()))


def main() -> None:
    measured_and_shown(__doc__, measure)


if __name__ == "__main__":
    main()
