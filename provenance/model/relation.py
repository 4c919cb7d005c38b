"""How claims stand to one another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from provenance.model.text import Span


class Agreement(StrEnum):
    """What the wording alone says of two claims."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    FIGURES_DIFFER = "figures differ"
    UNRELATED = "unrelated"


class Independence(StrEnum):
    """What the origins alone say of two claims."""

    INDEPENDENT = "independent"
    UNKNOWN = "unknown"
    DEPENDENT = "dependent"


class RelationKind(StrEnum):
    CORROBORATES = "corroborates"
    ECHOES = "echoes"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    REVISES = "revises"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One feature's part in a decision, in words a journalist reads. `left` and `right` are the words of either side
    that show it, as places in the claims' own texts; empty where the feature has no place."""

    code: str
    text: str
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two claims side by side. `left` and `right` are claim ids with left < right; `similarity` is from 0 to 1."""

    left: str
    right: str
    agreement: Agreement
    similarity: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not self.left < self.right:
            raise ValueError("a comparison holds two different claims, the smaller id left")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What `other` (a claim id) is to the claim at hand."""

    kind: RelationKind
    other: str
    agreement: Agreement
    independence: Independence
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that say the same. `claims` are ids, sorted; the group's id comes from the smallest of them."""

    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        return "g" + self.claims[0][1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange:
    """Groups of two claims or more that became others: several became one, one became several, or both."""

    before: tuple[Group, ...]
    after: tuple[Group, ...]
    made_at: datetime
