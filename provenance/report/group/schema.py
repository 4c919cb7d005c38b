"""The shape of a group's document: what the page shows and what its JSON holds."""

from typing import TypedDict

from provenance.report.schema import ArticleRef, ClaimDocument, LinkDocument, RelationDocument


class WayDocument(TypedDict):
    """One agent on the way from an origin to readers, with those who have it from there in `ways`. `outlets` counts who
    stands here (several under one control, or abreast), `claims` those that came this way; `first` and `last` are the
    days of their articles, None where none is known. `left_off` counts branches that are not told."""

    name: str
    role: str
    kind: str
    via: str | None
    state_affiliated: str
    outlets: int
    claims: int
    first: str | None
    last: str | None
    ways: list["WayDocument"]
    left_off: int


class OriginDocument(TypedDict):
    """`names` are those it appears under, `merges` say why they are one; `left_out` why it is not counted among the
    independent ones, None for one that is. `claims` are ids. `ways` is empty where there are too many origins to tell
    the ways of all; `ways_left_off` counts those of its names that are not told."""

    number: int
    names: list[str]
    merges: list[str]
    left_out: str | None
    claims: list[str]
    ways: list[WayDocument]
    ways_left_off: int


class AppearanceDocument(TypedDict):
    """A claim of the group where it stands; `origin` is the number of its origin, `family` its publisher's control
    family, None where that is not known."""

    claim: ClaimDocument
    chain: list[LinkDocument]
    channel: str | None
    appears_in: ArticleRef
    origin: int
    family: str | None


class DayDocument(TypedDict):
    """None for claims whose day is not known."""

    day: str | None
    claims: int


class LaneDocument(TypedDict):
    """Who printed the group's claims when: an outlet, or a family of so many."""

    name: str
    outlets: int
    claims: int
    state_affiliated: str
    days: list[DayDocument]


class ToldFigureDocument(TypedDict):
    """A figure in a claim; `low` and `high` are the bounds that its words leave open, None for none. `here` tells
    whether the claim is the group's."""

    claim: str
    article: str
    outlet: str
    published: str | None
    words: str
    low: float | None
    high: float | None
    here: bool


class RelatedDocument(RelationDocument):
    """`here` tells whether the other claim is in the group."""

    here: bool


class GroupDocument(TypedDict):
    """`against` is the id of the claim that others are held against in `relations`; `relations_left_off` counts claims
    that were not read for that. `families` tells whether `ways` and `lanes` show families in place of outlets."""

    id: str
    size: int
    text: str
    language: str
    independent_origins: int
    origin_count: int
    families: bool
    origins: list[OriginDocument]
    appearances: list[AppearanceDocument]
    lanes: list[LaneDocument]
    lanes_left_off: int
    against: str
    relations: list[RelatedDocument]
    relations_left_off: int
    figures: list[list[ToldFigureDocument]]
