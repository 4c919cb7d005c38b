"""What one more article costs in a store of many claims: the time to hold it against them, and the memory.

    python -m benchmarks.matching.store [--claims 10000 100000] [--articles 200] [--database URL] [--folder FOLDER]

The claims are those of a made archive (`archive.py`), thirty an article, their words and days as there; no model reads
them, they are saved, compared and grouped as `provenance ingest` does once it has read an article. Each size is
filled in one process and added to in another, in an SQLite file that is thrown away unless a folder for it is given, or
in the empty database given. Milliseconds are those of one processor core unless they say that they are by the clock.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.matching.archive import Telling, make_archive
from benchmarks.matching.scale import megabytes
from provenance.matching import POLICY
from provenance.model import Agent, AgentKind, Article, Chain, Claim, Link, Mode, Role, Span
from provenance.services.comparing import compare_anew, load_frequencies, save_article
from provenance.services.resources import load_directory
from provenance.services.warming import settle_in
from provenance.storage import keep_connections, open_store

NOW = datetime(2026, 11, 1, tzinfo=UTC)
SIZES = (10_000, 100_000)
CLAIMS = 30
"""Of an article."""
SPREAD = 200
"""Articles among which the claims of some days are dealt out."""
BATCH = 500
"""Articles between two commits."""


def make_articles(tellings: Iterable[Telling]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """In the order of their days."""
    return map(make_article, deal(in_order(tellings)))


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    return sorted(tellings, key=lambda telling: (telling.day, telling.id))


def deal(ordered: Sequence[Telling]) -> Iterator[Sequence[Telling]]:
    """The tellings of each article, in the order of their days. Those of one happening lie side by side in that order:
    each goes to another article."""
    for start in range(0, len(ordered), CLAIMS * SPREAD):
        block = ordered[start : start + CLAIMS * SPREAD]
        for offset in range(SPREAD):
            if told := block[offset::SPREAD]:
                yield told


def make_article(told: Sequence[Telling]) -> tuple[Article, tuple[Claim, ...]]:
    text = "\n".join(telling.text for telling in told)
    url = f"https://outlet{int(told[0].id[1:], 16) % 40}.example/{told[0].id}"
    article = Article(text=text, url=url, published=told[0].day)
    claims, start = [], 0
    for telling in told:
        span = Span(start, start + len(telling.text))
        publisher = Link(step=0, role=Role.PUBLISHER, agent=Agent(name=url.split("/")[2], kind=AgentKind.OUTLET))
        claims.append(
            Claim(
                article_id=article.id,
                revision=article.sha256,
                text=telling.text,
                spans=(span,),
                mode=Mode.OWN,
                chain=Chain(links=(publisher,)),
            )
        )
        start = span.end + 1
    return article, tuple(claims)


def fill(size: int, articles: int, database: str, aside: Path) -> dict[str, float | str]:
    """Saves the claims, holds all against one another, and writes down the tellings of the articles to be added."""
    told = in_order(make_archive(size + articles * CLAIMS, load_frequencies()))
    step = sum(1 for _ in deal(told)) // articles
    parts = list(islice(deal(told), step - 1, step * articles, step))
    aside.write_text(json.dumps([[asdict(telling) for telling in part] for part in parts], default=str))
    kept = {telling.id for part in parts for telling in part}
    old = (make_article(part) for part in deal(told) if part[0].id not in kept)
    started = time.process_time()
    while batch := list(islice(old, BATCH)):
        with open_store(database, now=NOW) as store:
            for article, claims in batch:
                store.save_article(article, claims, keys={}, read_at=NOW)
            store.commit()
    saved = time.process_time()
    told.clear()
    held = megabytes()
    say(f"{size} claims saved in {saved - started:.0f} s, {held} MB at most")
    with open_store(database, now=NOW) as store:
        compared = compare_anew(store)
        directory = load_directory()
        store.save_directory(directory.outlets.values(), version=directory.version, digest=directory.digest)
        store.commit()
    return {
        "policy": POLICY,
        "claims": compared,
        "saving_all_seconds": round(saved - started, 1),
        "comparing_all_seconds": round(time.process_time() - saved, 1),
        "megabytes_saving_all": held,
        "megabytes_comparing_all": megabytes(),
    }


def add(database: str, aside: Path) -> dict[str, float | str]:
    """What the articles written down cost, one at a time."""
    told = [[telling_of(row) for row in part] for part in json.loads(aside.read_text())]
    directory = load_directory()
    settle_in()
    before = megabytes()
    seconds: list[float] = []
    clock: list[float] = []
    with keep_connections():
        for article, claims in map(make_article, told):
            started = time.process_time(), time.perf_counter()
            with open_store(database, now=NOW) as store:
                save_article(store, article, claims, directory=directory, now=NOW)
                store.commit()
            seconds.append(1000 * (time.process_time() - started[0]))
            clock.append(1000 * (time.perf_counter() - started[1]))
    return {
        "articles_added": len(told),
        "median_milliseconds": round(statistics.median(seconds), 1),
        "p95_milliseconds": round(statistics.quantiles(seconds, n=20)[-1], 1),
        "median_milliseconds_by_the_clock": round(statistics.median(clock), 1),
        "p95_milliseconds_by_the_clock": round(statistics.quantiles(clock, n=20)[-1], 1),
        "megabytes_before_adding": before,
        "megabytes_adding": megabytes(),
    }


def telling_of(row: dict[str, Any]) -> Telling:
    return Telling(**{**row, "day": date.fromisoformat(row["day"])})


def say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def measured_apart(size: int, articles: int, database: str | None, folder: Path) -> dict[str, float | str]:
    """Filled in one process and added to in another: what the making of the archive held is none of the store's."""
    at = database or str(folder / "store.sqlite3")
    row: dict[str, float | str] = {}
    for part in ("fill", "add"):
        command = [sys.executable, "-m", "benchmarks.matching.store", "--part", part, "--claims", str(size)]
        command += ["--articles", str(articles), "--database", at, "--folder", str(folder)]
        row |= json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    if not database:
        row["megabytes_on_disk"] = round(Path(at).stat().st_size / 1_000_000, 1)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching.store", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES), help="claims in the store")
    parser.add_argument("--articles", type=int, default=200, help="how many are added, one at a time")
    parser.add_argument("--database", help="an empty PostgreSQL database; one size then")
    parser.add_argument("--folder", type=Path, help="an empty folder in which the store is left; one size then")
    parser.add_argument("--part", choices=("fill", "add"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        aside = options.folder / "added.json"
        row = (
            fill(options.claims[0], options.articles, options.database, aside)
            if options.part == "fill"
            else add(options.database, aside)
        )
        sys.stdout.write(json.dumps(row))
        return
    for size in options.claims:
        with tempfile.TemporaryDirectory() as folder:
            row = measured_apart(size, options.articles, options.database, options.folder or Path(folder))
        sys.stdout.write(json.dumps(row, indent=1) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
