"""What a person decides where the machine reads otherwise, or cannot know."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from provenance.model.claim import Claim
from provenance.model.text import Span, Spans

Words = tuple[tuple[Span, str], ...]
"""What stands at places of a text."""


class DecisionKind(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RELATE = "relate"
    INDEPENDENT = "independent"
    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"


CORRECTIONS = frozenset({DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.ADD})
"""What a person decides of the reading of one article."""


class RelationAnswer(StrEnum):
    """What one claim is to another in a person's eyes: a kind of relation, or none."""

    CORROBORATES = "corroborates"
    ECHOES = "echoes"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    REVISES = "revises"
    UNRELATED = "unrelated"


class IndependenceAnswer(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReference:
    """A claim as it stood when a person decided on it: enough to find it again after another reading, which may give it
    another id. `agents` are the roles and names of its chain, the publisher apart."""

    claim: str
    article_id: str
    revision: str
    text: str
    spans: Spans
    agents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """`left` and `right` are one claim each for a relation and for independence, all claims of either group for a
    merge, those that leave and those that stay for a split; `answer` is a RelationAnswer or an IndependenceAnswer,
    None for the other kinds; `undoes` the id of the decision taken back, None unless that is what is decided.

    A correction has on its left the claim as it was before, nothing where one is added, and in `after` the claim as the
    person has it, None where it is rejected; `words` are what stood at the places of `after`, so that they are found
    again in another revision. `rests_on` is the decision that made the claim what it was before, None where the machine
    read it so."""

    kind: DecisionKind
    left: tuple[ClaimReference, ...] = ()
    right: tuple[ClaimReference, ...] = ()
    answer: str | None = None
    undoes: int | None = None
    after: Claim | None = None
    words: Words = ()
    rests_on: int | None = None

    def __post_init__(self) -> None:
        if (self.kind is DecisionKind.UNDO) != (self.undoes is not None):
            raise ValueError("an undoing names the decision that it undoes, and nothing else does")
        added, rejected = self.kind is DecisionKind.ADD, self.kind is DecisionKind.REJECT
        if self.kind in CORRECTIONS:
            fits = len(self.left) == (0 if added else 1) and not self.right and (self.after is None) == rejected
        else:
            fits = (self.kind is DecisionKind.UNDO) != bool(self.left and self.right) and self.after is None
        if not fits:
            raise ValueError("a decision is about claims on two sides, corrects one claim, or undoes another decision")

    @property
    def article_id(self) -> str | None:
        """Of the article whose reading is corrected; None for what is no correction."""
        if self.kind not in CORRECTIONS:
            return None
        return self.after.article_id if self.after else self.left[0].article_id

    @property
    def articles(self) -> frozenset[str]:
        """Whose claims it names, or makes; none for an undoing."""
        named = {reference.article_id for reference in (*self.left, *self.right)}
        return frozenset(named | ({self.article_id} if self.article_id else set()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision as it was recorded, never edited; `id` counts from 1."""

    id: int
    made: NewDecision
    made_by: str
    why: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruling:
    """A decision in force as it bears on a claim: `left` and `right` are claim ids as they are now, `machine` a
    sentence on what is read without it; `read` is the claim that the machine reads where a person corrected it, None
    where it reads none and for other kinds of decision."""

    decision: Decision
    left: tuple[str, ...]
    right: tuple[str, ...]
    machine: str
    read: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A correction that nobody took back and that does not fit the article as it is read now; `why` is a sentence,
    `against` the decision that stands in its way, None where none does."""

    decision: Decision
    why: str
    against: int | None = None


def refer_to(claim: Claim) -> ClaimReference:
    return ClaimReference(
        claim=claim.id,
        article_id=claim.article_id,
        revision=claim.revision,
        text=claim.text,
        spans=claim.spans,
        agents=agents_of(claim),
    )


def agents_of(claim: Claim) -> tuple[str, ...]:
    return tuple(f"{link.role}:{link.agent.name}" for link in claim.chain.links[1:])
