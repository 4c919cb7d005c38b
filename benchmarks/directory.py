"""What the directory of outlets costs: reading it, looking up in it, and finding 10,000 names in texts.

    python -m benchmarks.directory [--json] [--runs 5] [--articles FILE.jsonl]

Seconds of one processor core, medians of the runs. The articles are those of `benchmarks.speed`; names beyond the
directory's own are made of syllables, so that there are 10,000.
"""

import itertools
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.speed import extraction_seconds, measured_and_shown
from provenance.ingest import split_host
from provenance.model import Ambiguity, Article
from provenance.outlets import Directory, find_lookalike, known_sites
from provenance.outlets.names import NameUse, build_index, find_mentions
from provenance.services.resources import load_directory, read_directory

NAMES = 10_000
SYLLABLES = ("Ba", "Del", "Kor", "Mi", "Nov", "Ra", "Sel", "Tan", "Ur", "Vek", "Zi", "Ost")
KINDS = ("Times", "News", "Tribune", "Post", "Agency", "Radio", "Herald")
UNKNOWN_HOST = "nobody-knows-this.example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Milliseconds, microseconds for one look-up, and the share of extraction's time."""

    outlets: int
    assertions: int
    names: int
    load_milliseconds: float
    host_microseconds: float
    name_microseconds: float
    lookalike_microseconds: float
    corpus: str
    articles: int
    names_searched: int
    finding_milliseconds: float
    extraction_milliseconds: float
    finding_share: float


def measure(articles: Sequence[Article], corpus: str, runs: int) -> Costs:
    load = _median(runs, lambda: read_directory(None))
    directory = load_directory()
    names = [name.text for outlet in directory.outlets.values() for name in outlet.names]
    sites = known_sites(directory, split_host)
    index = build_index(_uses(directory), directory.names.contexts)
    finding = _median(runs, lambda: [find_mentions(article.text, index) for article in articles])
    extraction = statistics.median(extraction_seconds(articles) for _ in range(runs))
    return Costs(
        outlets=len(directory.outlets),
        assertions=sum(len(outlet.assertions) for outlet in directory.outlets.values()),
        names=len(names),
        load_milliseconds=round(load * 1e3),
        host_microseconds=_each(runs, [f"www.{host}" for host in directory.hosts], directory.by_host),
        name_microseconds=_each(runs, names, directory.by_name),
        lookalike_microseconds=_each(runs, [UNKNOWN_HOST] * 100, lambda host: find_lookalike(host, sites)),
        corpus=corpus,
        articles=len(articles),
        names_searched=NAMES,
        finding_milliseconds=round(finding * 1e3, 1),
        extraction_milliseconds=round(extraction * 1e3, 1),
        finding_share=round(finding / extraction, 4),
    )


def _uses(directory: Directory) -> list[NameUse]:
    own = [
        NameUse(name.text, outlet.id, name.ambiguity) for outlet in directory.outlets.values() for name in outlet.names
    ]
    made = (
        NameUse(f"{first}{second.lower()}{third.lower()} {kind}", f"made-{kind}", Ambiguity.UNIQUE)
        for first, second, third, kind in itertools.product(SYLLABLES, SYLLABLES, SYLLABLES, KINDS)
    )
    return [*own, *itertools.islice(made, max(0, NAMES - len(own)))]


def _median(runs: int, done: Callable[[], object]) -> float:
    return statistics.median(_seconds(done) for _ in range(runs))


def _seconds(done: Callable[[], object]) -> float:
    started = time.process_time()
    done()
    return time.process_time() - started


def _each(runs: int, asked: Sequence[str], look_up: Callable[[str], object]) -> float:
    """Microseconds for one of those asked."""
    return round(_median(runs, lambda: [look_up(one) for one in asked]) / len(asked) * 1e6, 1)


def main() -> None:
    measured_and_shown(__doc__, measure)


if __name__ == "__main__":
    main()
