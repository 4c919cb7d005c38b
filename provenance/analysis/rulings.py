"""People's decisions that are in force, and the claims they are about as these are read now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.analysis.correcting import Corrected, corrected_parts, follow
from provenance.analysis.references import find_again
from provenance.analysis.undoing import in_force
from provenance.model import Claim, ClaimReference, Decision, DecisionKind, IndependenceAnswer, RelationAnswer

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
    (DecisionKind.CONFIRM, None): "this claim is read rightly",
    (DecisionKind.REJECT, None): "this is no claim",
    (DecisionKind.ADD, None): "this claim was missed",
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
    if made.kind is DecisionKind.CORRECT:
        what = f"the machine misread {corrected_parts(made)}"
    else:
        what = WORDS[made.kind, made.answer]  # type: ignore[index]  # a StrEnum's member equals its text
    return f"A person decided: {what}. {decision.made_by}, {decision.made_at:%Y-%m-%d}: “{decision.why}”."


def find_rulings(
    decisions: Iterable[Decision],
    claims: Mapping[str, Sequence[Claim]],
    corrected: Mapping[str, Corrected] | None = None,
) -> tuple[Ruling, ...]:
    """Of decisions in force, those with claims left on either side. `claims` are those of each article now, by its id;
    an article whose claims people corrected stands in `corrected`, so that a decision on a claim follows it."""
    rulings = []
    for decision in in_force(decisions):
        left, right = (found_again(side, claims, corrected or {}) for side in (decision.made.left, decision.made.right))
        if left and right and not set(left) & set(right):
            rulings.append(Ruling(decision=decision, left=left, right=right))
    return tuple(rulings)


def found_again(
    references: Iterable[ClaimReference], claims: Mapping[str, Sequence[Claim]], corrected: Mapping[str, Corrected]
) -> tuple[str, ...]:
    found = (
        follow(reference, corrected[reference.article_id])
        if reference.article_id in corrected
        else find_again(reference, claims.get(reference.article_id, ()))
        for reference in references
    )
    return tuple(sorted({one for one in found if one is not None}))
