"""An outlet, what raters assert of it, and what follows from that at a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.model.day import Interval


class Ambiguity(StrEnum):
    """How far a name can be trusted to mean its outlet."""

    UNIQUE = "unique"
    NEEDS_CONTEXT = "needs_context"
    NEVER_ALONE = "never_alone"


class StateAffiliation(StrEnum):
    YES = "yes"
    NO = "no"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Label(StrEnum):
    """What a reader sees of an outlet at a day."""

    STATE_OWNED = "state-owned"
    STATE_CONTROLLED = "state-controlled"
    STATE_FUNDED_INDEPENDENT = "state-funded with statutory independence"
    PUBLIC_SERVICE = "public service"
    PARTY = "party"
    PRIVATE_CAPTURED = "private, captured by the state"
    PRIVATE_CONSTRAINED = "private, constrained"
    PRIVATE = "private"
    NON_PROFIT = "non-profit"
    UNCLASSIFIED = "unclassified"


class Basis(StrEnum):
    """What kind of thing an assertion rests on."""

    LEGAL_ACT = "legal_act"
    REGISTRY = "registry"
    RESEARCH = "research"
    COMMUNITY_CONSENSUS = "community_consensus"
    PLATFORM_LABEL = "platform_label"
    SELF_DECLARED = "self_declared"
    ARTICLE_WORDING = "article_wording"
    CURATOR_JUDGEMENT = "curator_judgement"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something a reader can open. `quote` holds the words that say so; `seen` the day somebody looked."""

    url: str
    title: str | None = None
    quote: str | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One rater's value for one dimension of one outlet over one interval. `evidence` is None only where the basis is
    a curator's judgement; `asserted` is the day or year the rater published it, as text, None when not known."""

    outlet: str
    dimension: str
    value: str
    rater: str
    basis: Basis
    confidence: Confidence
    valid: Interval = Interval()
    scope: str | None = None
    asserted: str | None = None
    evidence: Evidence | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.evidence is None and self.basis not in (Basis.CURATOR_JUDGEMENT, Basis.ARTICLE_WORDING):
            raise ValueError(f"no evidence for {self.outlet!r}: {self.dimension}; every assertion needs a citation")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletName:
    """A name in one script; `kind` is official, short, former, abbreviation or native."""

    text: str
    language: str
    kind: str = "official"
    ambiguity: Ambiguity = Ambiguity.UNIQUE
    valid: Interval = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletDomain:
    """A host, subdomains included; `kind` is primary, edition, mirror, redirect or former."""

    host: str
    kind: str = "primary"
    valid: Interval = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRelation:
    """A dated tie to another outlet or controller: part_of, brand_of, controlled_by, successor_of, renamed_from,
    mirror_of, licensee_of, syndicates_from. `share` is what part of it `other` holds, in per cent, as the page says;
    `note` what a reader should know of the tie."""

    kind: str
    other: str
    share: str | None = None
    valid: Interval = Interval()
    evidence: Evidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One who publishes. `country` is an ISO 3166-1 code, None for an outlet of no one country."""

    id: str
    name: str
    country: str | None
    names: tuple[OutletName, ...] = ()
    domains: tuple[OutletDomain, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    relations: tuple[OutletRelation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is derived of an outlet at a day, short: for a link of a chain. `states` are the ISO codes of the states
    whose interest the outlet shares, sorted: the one that controls it, none for an independent outlet."""

    label: Label
    state_affiliated: StateAffiliation
    control_family: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What is derived of an outlet at a day, whole: the standing, the rule in words, the assertions that led there, and
    those that say otherwise. `on` is None where the article's day is not known."""

    outlet: str
    name: str
    on: date | None
    standing: Standing
    rule: str
    reason: str
    assertions: tuple[Assertion, ...] = ()
    dissent: tuple[Assertion, ...] = ()
