"""Two given claims judged by everything they say: how likely they say the same, exclude each other, or neither.

The rules of `comparison` hold any two claims of an archive against one another, where nearly all pairs speak of
different things, and so they keep silent unless they are sure. Whoever puts two claims side by side asks another
question: these two, how do they stand? It is answered by weighed traits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp

from provenance.matching.frequencies import Frequencies
from provenance.matching.profile import Worded
from provenance.matching.traits import Trait, Traits, read_traits
from provenance.matching.wording import Cues, Wording, read_wording
from provenance.model import Reason, Span

SHOWN = 3
"""Traits named as reasons, those that weigh most."""


class Stance(StrEnum):
    """How one claim stands to another: it says the same, it cannot hold with it, it speaks of the same happening with
    neither, it speaks of something else."""

    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    NEUTRAL = "neutral"
    UNRELATED = "unrelated"


COLUMNS = ("trait", "words", "same", *Stance)
ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairModel:
    """By trait what it says in words, its weight for "the same" and for every stance; `cues` are words by kind. The
    trait `always` holds of every pair."""

    words: Mapping[str, str]
    same: Mapping[str, float]
    stances: Mapping[Stance, Mapping[str, float]]
    cues: Cues


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`sameness` ranks pairs by how surely they say the same, from 0 to 1; `chances` of all stances sum to 1."""

    sameness: float
    chances: Mapping[Stance, float]
    reasons: tuple[Reason, ...]

    @property
    def stance(self) -> Stance:
        return max(self.chances, key=lambda stance: self.chances[stance])


def parse_pair_model(weights: str, cues: str) -> PairModel:
    """From tab-separated lines: weights by `COLUMNS`, with lines that begin with a # left aside; cues as a kind and its
    words."""
    header, *rows = [line.split("\t") for line in weights.splitlines() if not line.startswith("#")] or [[]]
    if tuple(header) != COLUMNS:
        raise ValueError(f"pair weights, line 1: {header}; write {', '.join(COLUMNS)} with tabs between")
    for row in rows:
        if len(row) != len(COLUMNS):
            raise ValueError(f"pair weights, {row[0]!r}: {len(row)} columns; write {len(COLUMNS)}")
    return PairModel(
        words={row[0]: row[1] for row in rows},
        same={row[0]: float(row[2]) for row in rows},
        stances={stance: {row[0]: float(row[3 + at]) for row in rows} for at, stance in enumerate(Stance)},
        cues=parse_cues(cues.splitlines()),
    )


def parse_cues(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """A line is a kind, a tab and its words."""
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {kind: frozenset(words.split()) for kind, words in pairs}


def judge_pair(left: Worded, right: Worded, frequencies: Frequencies, model: PairModel) -> Judgement:
    """The same whichever claim comes first; the reasons' `left` is the claim given first."""
    ordered = sorted((left, right), key=lambda claim: (claim.text, claim.cue or ""))
    one, other = (read_wording(claim, frequencies, model.cues) for claim in ordered)
    judgement = judge_wordings(one, other, model)
    return judgement if ordered[0] is left else turn(judgement)


def judge_wordings(left: Wording, right: Wording, model: PairModel) -> Judgement:
    traits = read_traits(left, right)
    scores = {stance: weigh(traits.values, weights) for stance, weights in model.stances.items()}
    highest = max(scores.values())
    parts = {stance: exp(score - highest) for stance, score in scores.items()}
    if not can_contradict(traits.values):
        parts[Stance.CONTRADICTS] = 0.0
    total = sum(parts.values())
    chances = {stance: part / total for stance, part in parts.items()}
    likeliest = max(chances, key=lambda stance: chances[stance])
    return Judgement(
        sameness=1 / (1 + exp(-weigh(traits.values, model.same))),
        chances=chances,
        reasons=explain(left, right, traits, likeliest, model),
    )


def can_contradict(traits: Mapping[str, Trait]) -> bool:
    """What shares no word with a claim, and denies and doubts nothing, does not exclude it."""
    return not traits["nothing_shared"].value or any(traits[name].value for name in ("denies_one", "doubts_one"))


def weigh(traits: Mapping[str, Trait], weights: Mapping[str, float]) -> float:
    return weights[ALWAYS] + sum(weights[name] * trait.value for name, trait in traits.items())


def explain(left: Wording, right: Wording, traits: Traits, stance: Stance, model: PairModel) -> tuple[Reason, ...]:
    """What the rules found, then the traits that weigh most for a stance against the mean of all."""
    parts = [
        (trait.value * (model.stances[stance][name] - mean(model, name)), name)
        for name, trait in traits.values.items()
        if trait.value and model.words[name] and (trait.left or trait.right)
    ]
    heaviest = sorted((-part, name) for part, name in parts if part > 0)[:SHOWN]
    told = {(reason.left, reason.right) for reason in traits.reasons}
    found = [reason_of(name, traits.values[name], left, right, model) for _, name in heaviest]
    return (*traits.reasons, *(reason for reason in found if (reason.left, reason.right) not in told))


def mean(model: PairModel, name: str) -> float:
    return sum(weights[name] for weights in model.stances.values()) / len(model.stances)


def reason_of(name: str, trait: Trait, left: Wording, right: Wording, model: PairModel) -> Reason:
    sides = [quote(left.profile.text, trait.left), quote(right.profile.text, trait.right)]
    text = f"{model.words[name]}: {' against '.join(side for side in sides if side)}."
    return Reason(code=name.replace("_", "-"), text=text, left=trait.left, right=trait.right)


def quote(text: str, spans: Sequence[Span]) -> str:
    return ", ".join(f"“{span.of(text)}”" for span in dict.fromkeys(spans))


def turn(judgement: Judgement) -> Judgement:
    """Left for right."""
    reasons = (
        Reason(code=reason.code, text=reason.text, left=reason.right, right=reason.left) for reason in judgement.reasons
    )
    return Judgement(sameness=judgement.sameness, chances=judgement.chances, reasons=tuple(reasons))
