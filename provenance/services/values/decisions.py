"""What is told of decisions."""

from dataclasses import dataclass

from provenance.model import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as it was recorded, and the ids of the claims that it is about or brought into force; `claim` is the
    id of the one that it corrects or adds, as it is now, or that is read again where it takes a correction back; None
    where it is rejected and for other decisions."""

    decision: Decision
    claims: frozenset[str]
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedDecision:
    """`undone_by` is the decision in force that took it back; `waits` is a sentence on why it does not hold though
    nobody did: its claims are not read in their articles now, or others stand in its way. With neither it holds.
    `machine` is a sentence on what is read without it, None where that was not asked or it bears on nothing."""

    decision: Decision
    undone_by: Decision | None
    waits: str | None
    machine: str | None = None

    @property
    def without_claims(self) -> bool:
        """Whether it waits."""
        return self.waits is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLog:
    """Page `number`, counted from 1, of `total` decisions, `size` a page; `people` are all who ever decided."""

    decisions: tuple[LoggedDecision, ...]
    number: int
    size: int
    total: int
    people: tuple[str, ...]
