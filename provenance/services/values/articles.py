"""What is told of articles: rows, reports, revisions and what changed in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.errors import ProvenanceError
from provenance.model import Article, Claim, Finding, MadeWith, Outcome, OutletEntry, Report, StoryDiff

if TYPE_CHECKING:
    from provenance.storage import StoredRevision, StoredTotals


class ReportFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """`error` is None unless it failed; `claims` counts those in force in the article as it stands now."""

    location: str
    outcome: Outcome
    claims: int = 0
    error: ProvenanceError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """A stored article in its latest revision; `publisher` is the directory's name of it, None where it knows none."""

    article: Article
    claims: int
    revisions: int
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What there is, what needs eyes, and the articles that were read last."""

    totals: "StoredTotals"
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDiff:
    """What one article changed in another, and with what that was found."""

    diff: StoryDiff
    made_with: MadeWith


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """The report of a stored article's revision `shown`, and all revisions in the order of reading."""

    report: Report
    shown: "StoredRevision"
    revisions: "tuple[StoredRevision, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim of a stored article; `claims` are all that are in force there, in the order of the text, `outlets` those
    that it comes through or rests on; the numbers of those in chains are those of the article's report."""

    article: Article
    finding: Finding
    claims: tuple[Claim, ...]
    outlets: Mapping[int, OutletEntry]

    @property
    def place(self) -> int:
        """Among all claims, counted from 0."""
        return [claim.id for claim in self.claims].index(self.finding.claim.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """An article's revisions in the order of reading, and what one of them changed in another: None where there is but
    one."""

    article: Article
    revisions: "tuple[StoredRevision, ...]"
    before: int | None = None
    after: int | None = None
    diff: ArticleDiff | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two articles: what the right one says otherwise than the left one, and the findings of the left one that have
    relations to the right one, with these alone."""

    diff: ArticleDiff
    findings: tuple[Finding, ...]
