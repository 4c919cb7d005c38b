"""How long lists and searches take in a made store, and what looking at all of it costs.

python -m benchmarks.lists [--claims 100000]
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.matching.archive import make_archive
from benchmarks.matching.store import BATCH, NOW, make_articles
from provenance.model import CautionCode
from provenance.services import (
    ArticleFilter,
    ClaimFilter,
    ClaimOrder,
    FindingFilter,
    GroupFilter,
    PageAsked,
    page_articles,
    page_claims,
    page_groups,
    read_home,
    renew_findings,
)
from provenance.services.comparing import compare_anew, load_frequencies
from provenance.settings import Settings
from provenance.storage import open_store

TIMES = 7


def fill(database: str, size: int) -> None:
    made = list(make_articles(list(make_archive(size, load_frequencies()))))
    for start in range(0, len(made), BATCH):
        with open_store(database, now=NOW) as store:
            for article, claims in made[start : start + BATCH]:
                store.save_article(article, claims, keys={}, read_at=NOW)
            store.commit()
    with open_store(database, now=NOW) as store:
        compare_anew(store)
        store.commit()


def lists(settings: Settings) -> dict[str, Callable[[], object]]:
    def found(wanted: FindingFilter, page: int = 1) -> Callable[[], object]:
        return lambda: page_claims(settings, NOW, wanted, PageAsked(number=page))

    return {
        "home": lambda: read_home(settings, NOW),
        "claims": found(FindingFilter()),
        "claims, page 20": found(FindingFilter(), 20),
        "claims, most told": found(FindingFilter(order=ClaimOrder.MOST_TOLD)),
        "one caution": found(FindingFilter(cautions=(CautionCode.UNATTRIBUTED,))),
        "figures differ": found(FindingFilter(cautions=(CautionCode.FIGURES_DIFFER,))),
        "one word": found(FindingFilter(words="president")),
        "a beginning": found(FindingFilter(words="wa")),
        "a part of a text": found(FindingFilter(claims=ClaimFilter(text="presid"))),
        "groups": lambda: page_groups(settings, NOW, GroupFilter(), PageAsked()),
        "articles": lambda: page_articles(settings, NOW, ArticleFilter(), PageAsked()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lists", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--claims", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database=str(Path(folder) / "store.sqlite3"))
        fill(settings.database, options.claims)
        started = time.perf_counter()
        renew_findings(settings, NOW)
        sys.stdout.write(f"looking at all: {time.perf_counter() - started:.1f} s\n")
        for name, ask in lists(settings).items():
            spent = []
            for _ in range(TIMES):
                started = time.perf_counter()
                ask()
                spent.append(1000 * (time.perf_counter() - started))
            sys.stdout.write(f"{name}: {statistics.median(spent):.1f} ms\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
