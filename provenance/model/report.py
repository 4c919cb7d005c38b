"""What is shown of an article and of each of its claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.model.agent import Agent
from provenance.model.article import Article
from provenance.model.circle import ToldCircle
from provenance.model.claim import Claim
from provenance.model.decision import Overruling, Waiting
from provenance.model.outlet import Classification
from provenance.model.relation import Group, Relation, RelationKind


class CautionCode(StrEnum):
    SINGLE_SOURCE = "single-source"
    SINGLE_FAMILY = "single-family"
    STATE_AFFILIATED_ONLY = "state-affiliated-only"
    UNNAMED_ONLY = "unnamed-only"
    UNATTRIBUTED = "unattributed"
    HEARSAY = "hearsay"
    CIRCULAR = "circular"
    GAINS_CERTAINTY = "gains-certainty"
    CONTRADICTED = "contradicted"
    FIGURES_DIFFER = "figures-differ"
    SELF_INTEREST = "self-interest"
    UNKNOWN_OUTLET = "unknown-outlet"
    DISPUTED_LABEL = "disputed-label"
    LOOK_ALIKE = "look-alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something the reader should weigh, in a sentence. `outlets` are the ids of those whose classification it rests on
    and whose evidence is to be shown with it."""

    code: CautionCode
    text: str
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """How many origins say what a claim says, how many of them are known to be independent of one another, itself
    included, and why they were merged or not counted: one sentence each."""

    origins: int
    independent: int
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.independent <= self.origins:
            raise ValueError("there are never more independent origins than origins")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedClaim:
    """A relation with the claim and the article at its other end."""

    relation: Relation
    claim: Claim
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedArticle:
    """Another article, `publisher` as its claims have it and `outlet_name` as it calls itself, with how many relations
    of each kind lead to it."""

    id: str
    title: str | None
    url: str | None
    published: date | None
    language: str
    outlet_name: str | None
    publisher: Agent
    kinds: Mapping[RelationKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is shown of one claim; `decisions` are those of people that bear on it, in the order of deciding; `seen` is
    the last decision that there was when it was found, 0 where there was none."""

    claim: Claim
    group: Group
    count: OriginCount
    relations: tuple[RelatedClaim, ...] = ()
    cautions: tuple[Caution, ...] = ()
    decisions: tuple[Overruling, ...] = ()
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What is found of one article: its claims in the order of the text, how many origins the attributed ones have,
    the circles in which they take part, and the other articles that speak of the same, those with most relations first;
    the claims that people rejected, and the corrections that wait."""

    findings: tuple[Finding, ...]
    count: OriginCount
    circles: tuple[ToldCircle, ...] = ()
    related: tuple[RelatedArticle, ...] = ()
    rejected: tuple[Overruling, ...] = ()
    waiting: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """An outlet that a chain of the article runs through, or that a caution rests on. `classification` is None for one
    the directory does not know; `labels_in_text` holds the article's own labels for it; `claims` are the ids of those
    whose chains run through it, `resting` of those that have a caution because of it and not in their own chain: both
    in the order of the article."""

    name: str
    classification: Classification | None
    labels_in_text: tuple[str, ...]
    claims: tuple[str, ...]
    resting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Counted over the article's claims; `attributed` leaves out the publisher's own voice, and the lines below it
    count attributed claims alone. `independent_origins` counts over the whole article."""

    claims: int
    attributed: int
    single_source: int
    state_affiliated_only: int
    unnamed: int
    contradicted: int
    figures_differ: int
    origins: int
    independent_origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """Versions and digests that reproduce a report."""

    version: str
    directory: str
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    article: Article
    findings: tuple[Finding, ...]
    outlets: tuple[OutletEntry, ...]
    totals: Totals
    made_with: MadeWith
    circles: tuple[ToldCircle, ...]
    compared_with: int
    """How many other articles of the store were compared."""
    related: tuple[RelatedArticle, ...] = ()
    rejected: tuple[Overruling, ...] = ()
    waiting: tuple[Waiting, ...] = ()
