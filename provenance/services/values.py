"""What the use cases take and give."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.errors import ProvenanceError
from provenance.model import (
    AgentKind,
    Article,
    CautionCode,
    Chain,
    Classification,
    Finding,
    Group,
    Label,
    Mode,
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
class OutletRow:
    """An outlet and what follows for it at a day."""

    outlet: Outlet
    classification: Classification


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Every condition given must hold; None asks nothing. `article` is an id or an address; `outlet` an id of the
    directory or a name, in any case; `speaker` and `text` are found inside, in any case. A day leaves out articles
    whose day is not known."""

    article: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    caution: CautionCode | None = None
    mode: Mode | None = None
    text: str | None = None

    def takes(self, row: ClaimRow) -> bool:
        claim = row.finding.claim
        return (
            self._takes_day(row.article.published)
            and self.article in (None, row.article.id, row.article.url)
            and self.mode in (None, claim.mode)
            and (self.caution is None or self.caution in {caution.code for caution in row.finding.cautions})
            and (self.text is None or self.text.casefold() in claim.text.casefold())
            and (self.outlet is None or _runs_through(claim.chain, self.outlet))
            and (self.speaker is None or _is_said_by(claim.chain, self.speaker))
        )

    def _takes_day(self, published: date | None) -> bool:
        if published is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= published) and (self.until is None or published <= self.until)


def _runs_through(chain: Chain, outlet: str) -> bool:
    outlets = (link.agent for link in chain.links if link.agent.outlet or link.agent.kind is AgentKind.OUTLET)
    return any(outlet == agent.outlet or outlet.casefold() == agent.name.casefold() for agent in outlets)


def _is_said_by(chain: Chain, speaker: str) -> bool:
    return any(speaker.casefold() in link.agent.name.casefold() for link in chain.speakers)


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
