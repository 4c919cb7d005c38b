"""What the use cases take and give."""

from dataclasses import dataclass
from enum import StrEnum

from provenance.errors import ProvenanceError
from provenance.model import (
    Article,
    Circle,
    Claim,
    Classification,
    Finding,
    Group,
    Label,
    OriginCount,
    Outlet,
    StateAffiliation,
)


class ReportFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Outcome(StrEnum):
    """What reading one article came to."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """`error` is None unless it failed; `claims` counts those of the article as it stands now."""

    location: str
    outcome: Outcome
    claims: int = 0
    error: ProvenanceError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """A stored article in its latest revision."""

    article: Article
    claims: int
    revisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A stored claim with the article it stands in."""

    article: Article
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """Claims that say the same, in the order of publication, and how many origins they have together."""

    group: Group
    count: OriginCount
    members: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A claim with the article it stands in, without what else is found of it."""

    article: Article
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleRow:
    """Circular reporting with its claims, in the order in which the circle names them."""

    circle: Circle
    claims: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet and what follows for it at a day."""

    outlet: Outlet
    classification: Classification


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFilter:
    """Every condition given must hold; None asks nothing. `name` is an id, a name or a host."""

    name: str | None = None
    country: str | None = None
    label: Label | None = None
    state_affiliated: StateAffiliation | None = None

    def takes(self, row: OutletRow) -> bool:
        standing = row.classification.standing
        return (
            (self.country is None or self.country.upper() == row.outlet.country)
            and self.label in (None, standing.label)
            and self.state_affiliated in (None, standing.state_affiliated)
        )
