"""What the use cases take and give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from provenance.errors import InvalidOption, ProvenanceError
from provenance.model import (
    Account,
    ApiKey,
    Article,
    Assertion,
    AuditEntry,
    Classification,
    Comparison,
    Decision,
    Finding,
    Group,
    GroupChange,
    Label,
    MadeWith,
    OriginCount,
    Outcome,
    Outlet,
    Report,
    Session,
    StateAffiliation,
    StoryDiff,
    ToldClaim,
)
from provenance.outlets import Addition, Planned

if TYPE_CHECKING:
    from provenance.matching import Judgement
    from provenance.storage import ClaimLine, KeptGroup, StoredRevision, StoredTotals

Row = TypeVar("Row")


class ReportFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


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
    """A stored claim with the article it stands in. In a list that is not asked for whole findings these come without
    relations and decisions."""

    article: Article
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """Claims that say the same, in the order of publication, and how many origins they have together."""

    group: Group
    count: OriginCount
    members: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group in a list: its marks and counts, and its first claims in the order of publication."""

    group: "KeptGroup"
    first: "tuple[ClaimLine, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsked:
    """Which part of a list: `number` counts from 1."""

    number: int = 1
    size: int = 50

    def __post_init__(self) -> None:
        if self.number < 1 or self.size < 1:
            raise InvalidOption("pages are counted from 1, and each holds a row at least")

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Rows of a list that has `total` of them."""

    rows: tuple[Row, ...]
    asked: PageAsked
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What there is, what needs eyes, and the articles that were read last."""

    totals: "StoredTotals"
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """How two given texts stand to each other. `comparison` is how any two claims of an archive are compared, None
    where they have nothing in common."""

    left: str
    right: str
    judgement: "Judgement"
    comparison: Comparison | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """Claims that speak of one happening, in the order of publication, and how many statements they make of it."""

    group: Group
    statements: int
    members: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChangeRow:
    """Groups that were merged or split when claims came in; `text` is what one of the claims says, None where none of
    them is stored any more."""

    change: GroupChange
    text: str | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet and what follows for it at a day; `directory` is the edition that says so."""

    outlet: Outlet
    classification: Classification
    directory: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFilter:
    """Every condition given must hold; None asks nothing. `name` is an id, a name or a host."""

    name: str | None = None
    country: str | None = None
    label: Label | None = None
    state_affiliated: StateAffiliation | None = None
    family: str | None = None
    rater: str | None = None
    designation: str | None = None

    def takes(self, row: OutletRow) -> bool:
        """`country` is a code, `rater` an id, `designation` a value ("eu_broadcast_ban"), a kind of act or a
        jurisdiction, in small letters; raters and designations count where their words hold at the row's day."""
        standing = row.classification.standing
        return (
            self.country in (None, row.outlet.country)
            and self.label in (None, standing.label)
            and self.state_affiliated in (None, standing.state_affiliated)
            and (self.family is None or self.family.casefold() == standing.control_family.casefold())
            and (self.rater is None or any(one.rater == self.rater for one in self._held(row)))
            and (self.designation is None or any(map(self._designates, self._held(row))))
        )

    def _held(self, row: OutletRow) -> Iterator[Assertion]:
        return (one for one in row.outlet.assertions if one.valid.holds(row.classification.on))

    def _designates(self, assertion: Assertion) -> bool:
        if assertion.dimension != "legal_designation":
            return False
        jurisdiction, _, kind = assertion.value.partition("_")
        return self.designation in (assertion.value, kind, jurisdiction)


class HostVerdict(StrEnum):
    """What a host is at a day."""

    KNOWN = "known"
    MIRROR = "mirror"
    REDIRECT = "redirect"
    FORMER = "former"
    NOT_YET = "not yet"
    LOOKALIKE = "look-alike"
    UNKNOWN = "unknown"
    NO_HOST = "no host"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRow:
    """`outlet` is whose it is, or whom it only resembles; `own` the host in the directory; None where there is none."""

    host: str
    verdict: HostVerdict
    words: str
    outlet: Outlet | None = None
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One line of the rule tables: `answer` is what it gives, None where it only says what counts; `needs` holds groups
    of which each must be asserted in one of its values, `lacks` what must not be."""

    id: str
    table: str
    answer: str | None
    words: str
    needs: tuple[tuple[str, ...], ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """`problems` is empty for a directory that is valid; the counts are those of a valid one alone."""

    problems: tuple[str, ...]
    edition: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """Who adds to the directory or decides, and why. Neither may be empty."""

    made_by: str
    why: str

    def __post_init__(self) -> None:
        for option, text in (("--by", self.made_by), ("--why", self.why)):
            if not text.strip():
                raise InvalidOption(f"{option}: it is empty; whoever reads this later must learn it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an outlet was and is at a day; None where the directory did not or does not know it."""

    outlet: str
    before: Classification | None
    after: Classification | None

    @property
    def is_one(self) -> bool:
        """Whether a reader sees another standing."""
        standings = [each.standing if each else None for each in (self.before, self.after)]
        return standings[0] != standings[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was appended, and what that changed, by outlet."""

    additions: tuple[Addition, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedAddition:
    """`taken_back_by` is the retraction that holds; None for what is in force."""

    addition: Addition
    taken_back_by: Addition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssertion:
    """What a newsroom asserts, in its own words: checked when it meets the directory. `rater` is an id or a name, None
    for the newsroom itself; `asserted` is when the rater said so, None for today; other texts that are None stay
    empty."""

    outlet: str
    dimension: str
    value: str
    basis: str
    confidence: str
    evidence_url: str | None = None
    evidence_quote: str | None = None
    evidence_title: str | None = None
    since: str | None = None
    until: str | None = None
    scope: str | None = None
    rater: str | None = None
    asserted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`rater` is an id or a name, None for the newsroom or what the list says; `asserted` when the list was made, None
    for today; `evidence_url` the page where the whole list stands. With `skip_conflicts` rows that conflict are left
    out, without it they stop the import."""

    rater: str | None = None
    asserted: str | None = None
    evidence_url: str | None = None
    skip_conflicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of each row of a list, what it changes, by outlet, and what was appended: nothing in a dry run."""

    planned: tuple[Planned, ...]
    changes: tuple[Change, ...]
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """A row of a list with what becomes of it, and of its outlet's standing; `change` is None where that stays."""

    planned: Planned
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of text under named columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as it was recorded, and the groups that now hold the claims it is about; `claim` is the id of the one
    that it corrects or adds, as it is now, None where it is rejected and for other decisions."""

    decision: Decision
    groups: tuple[GroupRow, ...]
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
class SignedIn:
    """A session with its token, which only the browser keeps."""

    token: str = field(repr=False)
    session: Session
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeKey:
    """A key as it is kept, and what a program must bring: it is shown once."""

    key: ApiKey
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Some entries of the audit log; `total` is how many there are in all."""

    entries: tuple[AuditEntry, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLog:
    """Page `number`, counted from 1, of `total` decisions, `size` a page; `people` are all who ever decided."""

    decisions: tuple[LoggedDecision, ...]
    number: int
    size: int
    total: int
    people: tuple[str, ...]
