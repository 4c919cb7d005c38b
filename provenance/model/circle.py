"""Reports that look like several witnesses and lead back to one, or to each other."""

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.article import Article
from provenance.model.claim import Claim


class CircleKind(StrEnum):
    """RING: outlets that cite each other. ONE_ROOT: many outlets that all lead back to one. GAINS_CERTAINTY: what was
    hedged, or hung on nobody named, is told plainly further on."""

    RING = "ring"
    ONE_ROOT = "one-root"
    GAINS_CERTAINTY = "gains-certainty"


class StepKind(StrEnum):
    """How one outlet has it from another."""

    CITES = "cites"
    REPRINTS = "reprints"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleStep:
    """One outlet has it from another, by their names. `claim` is the id of the claim that shows it, `words` what shows
    it there: the article's characters in quotation marks, of a reprint a sentence; empty where the text has no place
    for it."""

    citing: str
    cited: str
    how: StepKind
    claim: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Found within one group of claims that say the same. `text` is the chain in a sentence; `outlets` are its names in
    that order, of a ring the first one again at the end; `claims` are ids: of one that gains certainty the uncertain
    one first, then the certain one. `steps` say who has it from whom, of a ring in its order."""

    kind: CircleKind
    group: str
    text: str
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    steps: tuple[CircleStep, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a circle runs through claims")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A claim with the article it stands in, without what else is found of it."""

    article: Article
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCircle:
    """A circle with its claims, in the order in which it names them."""

    circle: Circle
    claims: tuple[ToldClaim, ...]
