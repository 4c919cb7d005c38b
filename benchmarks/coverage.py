"""How many of the outlets that real news cites as sources the directory knows, and which it lacks.

python -m benchmarks.coverage
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from provenance.outlets import Directory
from provenance.services.resources import load_directory

LISTS = Path(__file__).parent / "cited"
_AROUND = len(" news agency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of one list: citations by the name of each outlet, and the names that the directory lacks."""

    corpus: str
    citations: Mapping[str, int]
    missing: tuple[str, ...]

    @property
    def outlets_known(self) -> float:
        return 1 - len(self.missing) / len(self.citations)

    @property
    def citations_known(self) -> float:
        return 1 - sum(self.citations[name] for name in self.missing) / sum(self.citations.values())


def coverages(directory: Directory) -> Iterator[Coverage]:
    for path in sorted(LISTS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            citations = {row["outlet"]: int(row["citations"]) for row in csv.DictReader(lines)}
        missing = tuple(name for name in citations if not _knows(directory, name))
        yield Coverage(corpus=path.stem, citations=citations, missing=missing)


def _knows(directory: Directory, name: str) -> bool:
    """The name whole, but for a "The" or "news agency": "USA Today" is not in "Trending Today USA"."""
    return any(len(name) - len(mention.span.of(name)) <= _AROUND for mention in directory.mentions(name))


def main() -> None:
    for one in coverages(load_directory()):
        known = len(one.citations) - len(one.missing)
        print(f"{one.corpus}: {known} of {len(one.citations)} outlets ({100 * one.outlets_known:.1f} %)")
        print(f"  {100 * one.citations_known:.1f} % of {sum(one.citations.values())} citations")
        print(f"  missing: {', '.join(one.missing) or 'none'}")


if __name__ == "__main__":
    main()
