"""What analysis found of a claim, as it is kept; what to list of it, and in which order."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from provenance.model import Caution, CautionCode, Circle, GroupOrder, Mode, RelatedArticle
from provenance.storage.filters import ClaimFilter
from provenance.storage.words import Names

FIRST_TOLD = 10
"""Claims of a group that a list shows: who told it first is worth a line, the rest has a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """`source` is the kind of source; `attributed` whether to a speaker or to an outlet that the publisher credits;
    `state_affiliated` whether the chain runs through an outlet that is, or is disputed to be; `families` the control
    families on the chain; `group` the id of the group in force."""

    claim: str
    mode: Mode
    source: str
    attributed: bool
    state_affiliated: bool
    publisher: str
    speaker: str | None
    published: date | None
    origins: int
    independent: int
    reasons: tuple[str, ...] = ()
    group: str
    group_size: int
    cautions: tuple[Caution, ...] = ()
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGroup:
    """A group in force of two claims or more. `circular` says whether there is circular reporting in it, `contradicted`
    and `figures_differ` whether any claim of it bears that caution; `latest` is when it was told last, None where no
    day is known; `first` are the ids of its first claims in the order of publication, `FIRST_TOLD` at most."""

    id: str
    size: int
    origins: int
    independent: int
    circular: bool
    contradicted: bool
    figures_differ: bool
    latest: date | None
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArticle:
    """Of an article as a whole: how many origins its attributed claims have and how many of them are independent, the
    circles in which its claims take part, and the other articles that speak of the same."""

    article: str
    origins: int
    independent: int
    circles: tuple[Circle, ...] = ()
    related: tuple[RelatedArticle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in a line: its words, who prints it, and of its article what leads to it."""

    claim: str
    text: str
    publisher: str
    article: str
    title: str | None
    url: str | None
    published: date | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """Of one line of a list: everything but the claim itself and its article. Families are left out."""

    claim: str
    article: str
    source: str
    origins: int
    independent: int
    reasons: tuple[str, ...]
    group: str
    group_size: int
    cautions: tuple[Caution, ...]


class ClaimOrder(StrEnum):
    """The last word on ties: the latest published first, then by article, in the order of the text."""

    NEWEST = "newest"
    OLDEST = "oldest"
    MOST_TOLD = "most-told"
    LEAST_BACKED = "least-backed"
    OUTLET = "outlet"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Every condition given must hold; None and nothing ask nothing. `claims` are those that need no finding, and the
    limit; `cautions` must all be there; `source` is a kind of source; `own_voice` whether the publisher says it itself,
    credited to an agency or not; `groups` are ids, of which one must be the claim's; `words` is what somebody looks
    for, in quotes where words stand in a row, `names` the names of outlets that are told in it."""

    claims: ClaimFilter = field(default_factory=ClaimFilter)
    cautions: tuple[CautionCode, ...] = ()
    source: str | None = None
    attributed: bool | None = None
    own_voice: bool | None = None
    state_affiliated: bool | None = None
    family: str | None = None
    groups: tuple[str, ...] = ()
    words: str | None = None
    names: Names = field(default_factory=dict)
    order: ClaimOrder = ClaimOrder.NEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFilter:
    """Every condition given must hold; None asks nothing. `words` is what somebody looks for: all of it in one claim of
    the group; `names` are the names of outlets that are told in it; `limit` None is no limit."""

    contradicted: bool | None = None
    figures_differ: bool | None = None
    words: str | None = None
    names: Names = field(default_factory=dict)
    order: GroupOrder = GroupOrder.LARGEST
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTotals:
    """Of current revisions; `groups` of two claims or more; `cautions` how many claims have each, `attributed`
    how many of them are not in their publisher's own voice."""

    articles: int
    claims: int
    groups: int
    circular: int
    cautions: dict[CautionCode, int]
    attributed: dict[CautionCode, int]
