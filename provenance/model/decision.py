"""What a person decides where the machine reads otherwise, or cannot know."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from provenance.model.claim import Claim
from provenance.model.text import Spans


class DecisionKind(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RELATE = "relate"
    INDEPENDENT = "independent"
    UNDO = "undo"


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
    None for the other kinds; `undoes` the id of the decision taken back, None unless that is what is decided."""

    kind: DecisionKind
    left: tuple[ClaimReference, ...] = ()
    right: tuple[ClaimReference, ...] = ()
    answer: str | None = None
    undoes: int | None = None

    def __post_init__(self) -> None:
        undoing = self.kind is DecisionKind.UNDO
        if undoing != (self.undoes is not None) or undoing == bool(self.left and self.right):
            raise ValueError("a decision is about claims on two sides, or undoes another")


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
    sentence on what is read without it."""

    decision: Decision
    left: tuple[str, ...]
    right: tuple[str, ...]
    machine: str


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
