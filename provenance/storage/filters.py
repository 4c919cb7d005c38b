"""What to list: filters for articles and claims, and an article's revision as it is stored."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from provenance.errors import InvalidOption
from provenance.model import Article, Mode, StateAffiliation
from provenance.storage.words import Names


class ArticleOrder(StrEnum):
    """Ties by id; what is not known comes last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    READ_LAST = "read-last"
    OUTLET = "outlet"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """`outlet` is the publisher's id; `since` and `until` bound the day of publication, both included, and leave out an
    article whose day is not known; `words` is what somebody looks for in title, outlet and address, `names` the names
    of outlets that are told in it; `limit` None is no limit."""

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    words: str | None = None
    names: Names = field(default_factory=dict)
    order: ArticleOrder = ArticleOrder.NEWEST
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """`article` is an id; `outlet` an outlet's id anywhere in the chain, the publisher included; `speaker` a part of a
    speaker's name and `text` a part of the claim, whatever the case; `since` and `until` as for articles;
    `state_affiliated` standings of which some link of the chain has one; `limit` None is no limit."""

    article: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    mode: Mode | None = None
    text: str | None = None
    state_affiliated: tuple[StateAffiliation, ...] = ()
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        _check(self.since, self.until, self.limit, self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Every condition given must hold; None asks nothing. `by` is who decided, whatever the case; `kind` one of
    DecisionKind; `article` an article's id: what undoes a decision is about the articles of that one."""

    by: str | None = None
    kind: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRevision:
    """`number` counts from 1 in the order of reading; `read_at` is when it was first read; `directory` the digest of
    the outlet directory behind its claims' standings, None where none was given; `current` whether it was read last."""

    article: Article
    number: int
    read_at: datetime
    directory: str | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCounts:
    """`claims` counts those of the current revision."""

    claims: int
    revisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWording:
    """What comparing needs of a stored claim. `day` is that of its article's publication."""

    id: str
    article_id: str
    text: str
    cue: str | None
    day: date | None = None


def _check(since: date | None, until: date | None, limit: int | None, offset: int) -> None:
    if since is not None and until is not None and until < since:
        raise InvalidOption(f"nothing lies between {since} and {until}: --since must not be after --until")
    if offset < 0 or (limit is not None and limit < 0):
        raise InvalidOption("a limit and an offset are not negative")
