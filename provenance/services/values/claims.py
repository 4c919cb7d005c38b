"""What is told of claims, and of their groups and events."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Article, Comparison, Finding, Group, GroupChange, OriginCount, ToldClaim

if TYPE_CHECKING:
    from provenance.matching import Judgement
    from provenance.storage import ClaimLine, KeptGroup


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
class JudgedPair:
    """How two given texts stand to each other. `comparison` is how any two claims of an archive are compared, None
    where they have nothing in common; `group` the one that both are in, where both are stored."""

    left: str
    right: str
    judgement: "Judgement"
    comparison: Comparison | None
    group: Group | None = None


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
