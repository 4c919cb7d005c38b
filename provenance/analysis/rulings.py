"""People's decisions that are in force, and the claims they are about as these are read now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model import (
    Claim,
    ClaimReference,
    Decision,
    DecisionKind,
    IndependenceAnswer,
    RelationAnswer,
    agents_of,
)

SAME_PLACE = 0.5
"""The part of the characters of both that two readings of one claim have in common at least."""

WORDS = {
    (DecisionKind.MERGE, None): "these claims say the same",
    (DecisionKind.SPLIT, None): "these claims do not say the same",
    (DecisionKind.INDEPENDENT, IndependenceAnswer.YES): "the two are independent of each other",
    (DecisionKind.INDEPENDENT, IndependenceAnswer.NO): "the two are not independent of each other",
    (DecisionKind.RELATE, RelationAnswer.CORROBORATES): "the two corroborate each other",
    (DecisionKind.RELATE, RelationAnswer.ECHOES): "one of the two echoes the other",
    (DecisionKind.RELATE, RelationAnswer.REPEATS): "one of the two repeats the other",
    (DecisionKind.RELATE, RelationAnswer.CONTRADICTS): "the two contradict each other",
    (DecisionKind.RELATE, RelationAnswer.DIFFERS): "the figures of the two differ",
    (DecisionKind.RELATE, RelationAnswer.REVISES): "one of the two revises the other",
    (DecisionKind.RELATE, RelationAnswer.UNRELATED): "the two have nothing to do with each other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision in force with the ids, sorted, of its claims as they are read now."""

    decision: Decision
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def kind(self) -> DecisionKind:
        return self.decision.made.kind

    @property
    def claims(self) -> frozenset[str]:
        return frozenset({*self.left, *self.right})


def decision_in_words(decision: Decision) -> str:
    """Who decided what, when and why."""
    made = decision.made
    what = WORDS[made.kind, made.answer]  # type: ignore[index]  # a StrEnum's member equals its text
    return f"A person decided: {what}. {decision.made_by}, {decision.made_at:%Y-%m-%d}: “{decision.why}”."


def undoings(decisions: Iterable[Decision]) -> dict[int, Decision]:
    """What was undone, by id, with the decision that undid it: the latest one that is itself in force."""
    undone: dict[int, Decision] = {}
    for decision in sorted(decisions, key=lambda each: each.id, reverse=True):
        target = decision.made.undoes
        if target is not None and decision.id not in undone:
            undone.setdefault(target, decision)
    return undone


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that were not undone, undoings left out, by id."""
    held = sorted(decisions, key=lambda each: each.id)
    undone = undoings(held)
    return tuple(each for each in held if each.made.kind is not DecisionKind.UNDO and each.id not in undone)


def find_rulings(decisions: Iterable[Decision], claims: Mapping[str, Sequence[Claim]]) -> tuple[Ruling, ...]:
    """Of decisions in force, those with claims left on either side. `claims` are those of each article now, by its
    id."""
    rulings = []
    for decision in in_force(decisions):
        left, right = (found_again(side, claims) for side in (decision.made.left, decision.made.right))
        if left and right and not set(left) & set(right):
            rulings.append(Ruling(decision=decision, left=left, right=right))
    return tuple(rulings)


def found_again(references: Iterable[ClaimReference], claims: Mapping[str, Sequence[Claim]]) -> tuple[str, ...]:
    found = (find_again(reference, claims.get(reference.article_id, ())) for reference in references)
    return tuple(sorted({one for one in found if one is not None}))


def find_again(reference: ClaimReference, claims: Sequence[Claim]) -> str | None:
    """The claim of an article that a reference means: the same one, else one with the same words, else, in the same
    text, the one in the same place; of several that with the same agents. None where it is there no more."""
    if any(claim.id == reference.claim for claim in claims):
        return reference.claim
    alike = [claim for claim in claims if bare(claim.text) == bare(reference.text)]
    if not alike:
        near = [claim for claim in claims if claim.revision == reference.revision]
        alike = [claim for claim in near if shared_part(claim, reference) >= SAME_PLACE]
    same = [claim for claim in alike if agents_of(claim) == reference.agents]
    chosen = same or (alike if len(alike) == 1 else [])
    return (
        min(chosen, key=lambda claim: (abs(claim.spans[0].start - reference.spans[0].start), claim.id)).id
        if chosen
        else None
    )


def bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!?“”\"'")


def shared_part(claim: Claim, reference: ClaimReference) -> float:
    ours, theirs = (
        {at for span in spans for at in range(span.start, span.end)} for spans in (claim.spans, reference.spans)
    )
    return len(ours & theirs) / len(ours | theirs)
