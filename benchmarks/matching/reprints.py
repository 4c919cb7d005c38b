"""Which of two articles reprints the other: reprints made of real articles by a script, and pairs of real articles.

Every article that is long enough to be judged is edited by 10 to 60 % of its words, its source named in one reprint and
hidden in the other. Articles are split into halves by a digest of their ids; a pair of which one article is of the
reported half is reported.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from benchmarks.matching.editing import PERCENTAGES, credit, edit
from benchmarks.matching.rows import Row, read_rows
from provenance.extraction import Reader, extract_claims
from provenance.matching import Reading, compare_claims, find_reprint
from provenance.matching.policy import REPRINT_WORDS_LEAST
from provenance.matching.reprint import read_wording
from provenance.model import Article, Comparison
from provenance.services.comparing import load_frequencies
from provenance.services.reading import load_reader
from provenance.services.resources import load_directory

PAIRS = Path(__file__).parent / "real_pairs.tsv"

REPRINTS, SAME_EVENT = "reprint", "same event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts, and whether one reprints the other. `kind` is "edited 10 % to 60 %, kept or hidden" for what was made,
    "same event" or "other" for two real articles."""

    name: str
    left: str
    right: str
    reprint: bool
    half: int
    kind: tuple[str, ...]


def make_pairs(path: Path) -> list[Pair]:
    rows = [row for row in read_rows(path) if read_wording(row["text"]).length >= REPRINT_WORDS_LEAST]
    return [*made_pairs(rows), *real_pairs(rows)]


def made_pairs(rows: Sequence[Row]) -> Iterator[Pair]:
    directory = load_directory()
    vocabulary = [word for row in rows for word in re.findall(r"\b[a-z]+\b", row["text"])]
    for row in rows:
        for percentage in PERCENTAGES:
            made = credit(edit(row["text"], percentage, row["id"], vocabulary), row["text"], directory)
            for treatment, text in (("kept", made.kept), ("hidden", made.hidden)):
                yield Pair(
                    name=f"{row['id']} {percentage} {treatment}",
                    left=row["text"],
                    right=text,
                    reprint=True,
                    half=half_of_article(row["id"]),
                    kind=(f"{percentage} %", treatment),
                )


def real_pairs(rows: Sequence[Row]) -> Iterator[Pair]:
    labels = read_labels()
    for left, right in combinations(rows, 2):
        label = labels.get(frozenset({left["id"], right["id"]}), "other")
        yield Pair(
            name=f"{left['id']} {right['id']}",
            left=left["text"],
            right=right["text"],
            reprint=label == REPRINTS,
            half=max(half_of_article(left["id"]), half_of_article(right["id"])),
            kind=(label,),
        )


def read_labels() -> dict[frozenset[str], str]:
    """By the ids of two articles: what reading them by eye said of the pair."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {frozenset({left, right}): label for left, right, label in rows}


def half_of_article(name: str) -> int:
    return sha256(name.encode()).digest()[0] % 2


@dataclass(frozen=True, slots=True)
class Judged:
    """Of each pair whether the product finds a reprint, and how many texts had to be read for their claims."""

    reprints: tuple[bool, ...]
    read: int


def judge(pairs: Sequence[Pair]) -> Judged:
    """Without claims the product can only find what stands in the other word for word, with them that and more.
    Reading is what costs: claims are read only of the texts of pairs that are not found without."""
    plain = [find_reprint(bare(pair.left), bare(pair.right), ()) is not None for pair in pairs]
    open_pairs = [pair for pair, said in zip(pairs, plain, strict=True) if not said]
    texts = dict.fromkeys(text for pair in open_pairs for text in (pair.left, pair.right))
    reader = load_reader()
    readings = {text: with_claims(text, reader) for text in texts}
    comparisons = compared_by_articles(readings.values())
    reprints = tuple(
        said or by_claims(readings[pair.left], readings[pair.right], comparisons)
        for pair, said in zip(pairs, plain, strict=True)
    )
    return Judged(reprints, len(readings))


def bare(text: str) -> Reading:
    return Reading(article=Article(text=text), claims=())


def with_claims(text: str, reader: Reader) -> Reading:
    article = Article(text=text)
    return Reading(article=article, claims=extract_claims(article, reader))


Compared = Mapping[frozenset[str], Sequence[Comparison]]
"""The comparisons of two articles' claims, by the articles' ids."""


def compared_by_articles(readings: Iterable[Reading]) -> Compared:
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    found: dict[frozenset[str], list[Comparison]] = defaultdict(list)
    for comparison in compare_claims(list(claims.values()), load_frequencies()):
        ends = claims[comparison.left].article_id, claims[comparison.right].article_id
        found[frozenset(ends)].append(comparison)
    return found


def by_claims(left: Reading, right: Reading, comparisons: Compared) -> bool:
    return find_reprint(left, right, comparisons.get(frozenset({left.article.id, right.article.id}), ())) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one half."""

    pairs: int
    reprints: int
    precision: float
    recall: float
    recall_by_kind: Mapping[tuple[str, ...], float]
    false: tuple[str, ...]


def figures(pairs: Sequence[Pair], judged: Sequence[bool]) -> Figures:
    both = list(zip(pairs, judged, strict=True))
    right = sum(pair.reprint and said for pair, said in both)
    reprints = sum(pair.reprint for pair in pairs)
    kinds = sorted({pair.kind for pair in pairs if pair.reprint})
    return Figures(
        pairs=len(pairs),
        reprints=reprints,
        precision=right / max(1, sum(judged)),
        recall=right / max(1, reprints),
        recall_by_kind={kind: _share([said for pair, said in both if pair.kind == kind]) for kind in kinds},
        false=tuple(pair.name for pair, said in both if said and not pair.reprint),
    )


def _share(judged: Sequence[bool]) -> float:
    return sum(judged) / max(1, len(judged))
