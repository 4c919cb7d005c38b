"""Pairs of headlines made of grouped ones: of every happening those that say the same, exclude each other, or stand
beside each other; and of different happenings those that share most."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from benchmarks.matching.rows import Row, claim_of
from provenance.matching import Frequencies
from provenance.matching.profile import Profile, prepare
from provenance.matching.similarity import overlap

RELATIONS = {
    ("entails", "entails"): "entails",
    ("contradicts", "entails"): "contradicts",
    ("entails", "neutral"): "neutral",
}
"""How two headlines stand to each other, by how each stands to the claim of their happening, in the order of the
alphabet. Two that deny, or do not say, may do so of different parts of it: they teach nothing."""

HARD_PAIRS = 1500
"""Pairs of different happenings, those alike first: about as many as there are pairs of one happening. The last of them
shares six words in a hundred."""


def pair_headlines(rows: Sequence[Row], frequencies: Frequencies) -> list[Row]:
    """Of rows with `text`, `cluster`, `stance`: `a`, `b`, `label`, and as `claim_id` the happening of the first."""
    headlines = [row for row in rows if row["stance"] != "claim"]
    pairs = [(one, other) for one, other in combinations(headlines, 2) if one["text"] != other["text"]]
    within = [pair for pair in pairs if pair[0]["cluster"] == pair[1]["cluster"]]
    related = ((pair, RELATIONS.get(stances(pair))) for pair in within)
    across = hardest((pair for pair in pairs if pair[0]["cluster"] != pair[1]["cluster"]), headlines, frequencies)
    return [
        *(labelled(pair, relation) for pair, relation in related if relation),
        *(labelled(pair, "unrelated") for pair in across),
    ]


def stances(pair: tuple[Row, Row]) -> tuple[str, str]:
    less, more = sorted(row["stance"] for row in pair)
    return less, more


def labelled(pair: tuple[Row, Row], label: str) -> Row:
    return {"a": pair[0]["text"], "b": pair[1]["text"], "label": label, "claim_id": pair[0]["cluster"]}


def hardest(
    pairs: Iterable[tuple[Row, Row]], headlines: Sequence[Row], frequencies: Frequencies
) -> list[tuple[Row, Row]]:
    """Those that share most of their words."""
    profiles = {row["text"]: prepare(claim_of(row["text"], row["text"]), frequencies) for row in headlines}
    scored = [(alike(profiles[one["text"]], profiles[other["text"]]), (one, other)) for one, other in pairs]
    return [pair for _, pair in sorted(scored, key=lambda found: -found[0])[:HARD_PAIRS]]


def alike(one: Profile, other: Profile) -> float:
    return 0.0 if one.stems.isdisjoint(other.stems) else overlap(one, other).similarity
