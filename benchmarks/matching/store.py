"""What one more article costs in a store of many claims: the time to hold it against them, and the memory.

    python -m benchmarks.matching.store [--claims 10000 100000] [--articles 200] [--database URL]

The claims are those of a made archive (`archive.py`), thirty an article, their words and days as there; no model reads
them, they are saved, compared and grouped as `provenance ingest` does once it has read an article. Each size is
measured in a process of its own, in an SQLite file that is thrown away, or in the empty database given.
"""

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.matching.archive import Telling, make_archive
from benchmarks.matching.scale import megabytes
from provenance.matching import POLICY
from provenance.model import Agent, AgentKind, Article, Chain, Claim, Link, Mode, Role, Span
from provenance.services.comparing import compare_anew, load_frequencies, save_article
from provenance.services.resources import load_directory
from provenance.storage import open_store

NOW = datetime(2026, 11, 1, tzinfo=UTC)
SIZES = (10_000, 100_000)
CLAIMS = 30
"""Of an article."""
SPREAD = 200
"""Articles among which the claims of some days are dealt out."""
BATCH = 500
"""Articles between two commits."""


def make_articles(tellings: Sequence[Telling]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """In the order of their days. Claims of one happening lie side by side in that order: each goes to another
    article."""
    ordered = sorted(tellings, key=lambda telling: (telling.day, telling.id))
    for start in range(0, len(ordered), CLAIMS * SPREAD):
        block = ordered[start : start + CLAIMS * SPREAD]
        for offset in range(SPREAD):
            if told := block[offset::SPREAD]:
                yield make_article(told)


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


def measure(size: int, articles: int, database: str) -> dict[str, float | str]:
    made = list(make_articles(list(make_archive(size + articles * CLAIMS, load_frequencies()))))
    step = len(made) // articles
    new = made[step - 1 :: step][:articles]
    kept = {article.id for article, _ in new}
    old = iter([(article, claims) for article, claims in made if article.id not in kept])
    directory = load_directory()
    started = time.process_time()
    while part := list(islice(old, BATCH)):
        with open_store(database, now=NOW) as store:
            for article, claims in part:
                store.save_article(article, claims, keys={}, read_at=NOW)
            store.commit()
    saved = time.process_time()
    with open_store(database, now=NOW) as store:
        claims_compared = compare_anew(store)
        store.save_directory(directory.outlets.values(), version=directory.version, digest=directory.digest)
        store.commit()
    compared = time.process_time()
    costs = []
    # What the measuring itself holds is none of the store's business.
    gc.collect()
    gc.freeze()
    for article, claims in new:
        before = time.perf_counter()
        with open_store(database, now=NOW) as store:
            save_article(store, article, claims, directory=directory, now=NOW)
            store.commit()
        costs.append(1000 * (time.perf_counter() - before))
    return {
        "policy": POLICY,
        "claims": claims_compared,
        "articles_added": len(new),
        "saving_all_seconds": round(saved - started, 1),
        "comparing_all_seconds": round(compared - saved, 1),
        "median_milliseconds": round(statistics.median(costs), 1),
        "p95_milliseconds": round(statistics.quantiles(costs, n=20)[-1], 1),
        "megabytes_comparing_all": megabytes(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching.store", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES), help="claims in the store")
    parser.add_argument("--articles", type=int, default=200, help="how many are added, one at a time")
    parser.add_argument("--database", help="an empty PostgreSQL database; one size then")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        with tempfile.TemporaryDirectory() as folder:
            database = options.database or str(Path(folder) / "store.sqlite3")
            row = measure(options.one, options.articles, database)
            if not options.database:
                row["megabytes_on_disk"] = round(Path(database).stat().st_size / 1_000_000, 1)
        sys.stdout.write(json.dumps(row, indent=1) + "\n")
        return
    for size in options.claims:
        command = [sys.executable, "-m", "benchmarks.matching.store", "--one", str(size)]
        command += ["--articles", str(options.articles)]
        command += ["--database", options.database] if options.database else []
        sys.stdout.write(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
