"""Rows of articles, claims and of how claims stand to one another."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    and_,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from provenance.storage.columns import OptionalJson, Pairs, Row, UtcDateTime
from provenance.storage.directory_rows import DirectoryRow

ArticleId = String(16)
ClaimId = String(20)
Sha256 = String(64)


class ArticleRow(Row):
    """`id` is a digest of `key`. `current_revision` is the one read last; it is no foreign key, for each of the two
    tables would need the other first."""

    __tablename__ = "article"

    id: Mapped[str] = mapped_column(ArticleId, primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    current_revision: Mapped[str] = mapped_column(Sha256)


class RevisionRow(Row):
    """`directory` is the digest of the outlet directory that the standings in its claims were derived with."""

    __tablename__ = "revision"
    # PostgreSQL's trees refuse addresses beyond 2,700 bytes; its hashes take any.
    __table_args__ = (Index(None, "url", postgresql_using="hash"), Index(None, "locator", postgresql_using="hash"))

    article_id: Mapped[str] = mapped_column(ForeignKey(ArticleRow.id, ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(Sha256, primary_key=True)
    number: Mapped[int]
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)
    directory: Mapped[str | None] = mapped_column(ForeignKey(DirectoryRow.digest))
    title: Mapped[str | None] = mapped_column(Text)
    byline: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    locator: Mapped[str | None] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    outlet_name: Mapped[str | None] = mapped_column(Text)
    published: Mapped[date | None]
    language: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)

    article: Mapped[ArticleRow] = relationship()


class ClaimRow(Row):
    """`folded` is the text without difference of case, for searching; `position` counts within the revision.

    `decision` is that of the person who has the claim so, empty for what the machine reads. Only a claim in force is
    compared, grouped and listed: what a person corrected or rejected is set aside, and stays as it was read."""

    __tablename__ = "claim"
    __table_args__ = (
        ForeignKeyConstraint(
            ["article_id", "revision"], [RevisionRow.article_id, RevisionRow.sha256], ondelete="CASCADE"
        ),
        Index(None, "article_id", "revision"),
    )

    id: Mapped[str] = mapped_column(ClaimId, primary_key=True)
    article_id: Mapped[str] = mapped_column(ArticleId)
    revision: Mapped[str] = mapped_column(Sha256)
    position: Mapped[int]
    mode: Mapped[str] = mapped_column(Text)
    hedged: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    spans: Mapped[Pairs] = mapped_column(JSON)
    cue: Mapped[str | None] = mapped_column(Text)
    cue_spans: Mapped[Pairs] = mapped_column(JSON)
    source_spans: Mapped[Pairs] = mapped_column(JSON)
    headline_spans: Mapped[Pairs] = mapped_column(JSON)
    about: Mapped[list[str]] = mapped_column(JSON)
    channel: Mapped[str | None] = mapped_column(Text)
    decision: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    in_force: Mapped[bool]

    links: Mapped[list["LinkRow"]] = relationship(order_by="LinkRow.position", viewonly=True)


class LinkRow(Row):
    """One agent of a claim's chain; the last four columns are its standing, all empty for an agent without one."""

    __tablename__ = "link"
    __table_args__ = (
        Index(None, "outlet"),
        Index(None, "state_affiliated"),
        Index(None, "folded", postgresql_using="hash"),
    )

    claim_id: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[int]
    role: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    party: Mapped[str | None] = mapped_column(Text)
    via: Mapped[str | None] = mapped_column(Text)
    span: Mapped[list[int] | None] = mapped_column(OptionalJson)
    mention: Mapped[str | None] = mapped_column(Text)
    in_text_label: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(Text)
    state_affiliated: Mapped[str | None] = mapped_column(Text)
    control_family: Mapped[str | None] = mapped_column(Text)
    states: Mapped[list[str] | None] = mapped_column(OptionalJson)


class CreditRow(Row):
    """How many claims of an article's current revision an agent prints, carries or says: counted when the article is
    saved, since counting all links takes seconds in a large store. An outlet of the directory stands once, whatever its
    names; anybody else by the name and kind. `published` is the article's."""

    __tablename__ = "credit"
    __table_args__ = (
        Index(None, "outlet"),
        Index(None, "folded", postgresql_using="hash"),
        {"sqlite_with_rowid": False},
    )

    article_id: Mapped[str] = mapped_column(ForeignKey(ArticleRow.id, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    published: Mapped[date | None]
    role: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    claims: Mapped[int]


class TallyRow(Row):
    """The credits of one agent in all articles, added up: of an outlet of the directory by its id in `key`, with
    `known`; of anybody else, and of every speaker, by name without difference of case. `outlet` and `name` are the
    least of its credits', `words` the name as a search compares it."""

    __tablename__ = "tally"
    __table_args__ = (Index(None, "key", postgresql_using="hash"), Index(None, "role", "unnamed", "claims"))

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    known: Mapped[bool]
    key: Mapped[str] = mapped_column(Text)
    unnamed: Mapped[bool]
    outlet: Mapped[str | None] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    claims: Mapped[int]
    articles: Mapped[int]


class PostedClaimRow(Row):
    """A claim in force of a current revision, with the keys in whose posting lists it stands and all its stems, packed
    (`matching.pack_stems`; none where an older version looked it up); `day` is the day number of its article. No claim
    goes before it is taken from these lists."""

    __tablename__ = "posted_claim"
    __table_args__ = ({"sqlite_with_rowid": False},)

    claim_id: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id), primary_key=True)
    day: Mapped[int]
    keys: Mapped[list[str]] = mapped_column(JSON)
    stems: Mapped[bytes | None]


class PostingRow(Row):
    """The claims of one week that share a key, packed as `postings.py` says."""

    __tablename__ = "posting"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    week: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claims: Mapped[bytes]


class PolicyRow(Row):
    """The policies by which the stored claims were compared, the one in force last."""

    __tablename__ = "matching_policy"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcDateTime)


class ComparisonRow(Row):
    __tablename__ = "comparison"
    __table_args__ = (
        CheckConstraint("left_claim < right_claim", name="order"),
        Index(None, "right_claim"),
    )

    left_claim: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"), primary_key=True)
    right_claim: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"), primary_key=True)
    agreement: Mapped[str] = mapped_column(Text)
    similarity: Mapped[float] = mapped_column(Float)
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # Any: a reason as JSON


class MemberRow(Row):
    """A claim of a current revision in its group; a superseded one is in none."""

    __tablename__ = "member"
    __table_args__ = (Index(None, "group_id"),)

    claim_id: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[str] = mapped_column(ClaimId)


class GroupChangeRow(Row):
    """Groups that became others when claims came in: appended, never edited. Each side is a list of groups, a group a
    list of claim ids."""

    __tablename__ = "group_change"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    before: Mapped[list[list[str]]] = mapped_column(JSON)
    after: Mapped[list[list[str]]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReprintRow(Row):
    """One article that reprints the other, between their current revisions."""

    __tablename__ = "reprint"
    __table_args__ = (
        CheckConstraint("left_article < right_article", name="order"),
        Index(None, "right_article"),
    )

    left_article: Mapped[str] = mapped_column(ForeignKey(ArticleRow.id, ondelete="CASCADE"), primary_key=True)
    right_article: Mapped[str] = mapped_column(ForeignKey(ArticleRow.id, ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    overlap: Mapped[float] = mapped_column(Float)
    reason: Mapped[str] = mapped_column(Text)


class DecisionRow(Row):
    """What a person decided: never edited, never removed. The first is 1, without gaps. The claims are held as they
    stood then, not as rows that another reading may remove; `after` is one as a person has it, with the words at its
    places. `article_id` is that of the article whose reading is corrected."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(Text)
    left_claims: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # Any: a reference to a claim as JSON
    right_claims: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    answer: Mapped[str | None] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    article_id: Mapped[str | None] = mapped_column(ArticleId, index=True)
    after: Mapped[dict[str, Any] | None] = mapped_column(OptionalJson)  # Any: a claim as JSON
    rests_on: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    made_by: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DecisionArticleRow(Row):
    """That a decision names claims of an article, or makes one."""

    __tablename__ = "decision_article"

    article_id: Mapped[str] = mapped_column(ArticleId, primary_key=True)
    decision: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True, autoincrement=False)


class DecisionWaitingRow(Row):
    """That a decision waits, and why: kept with the findings, and as good as nothing where these are made with
    something else."""

    __tablename__ = "decision_waiting"

    decision: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True, autoincrement=False)
    why: Mapped[str] = mapped_column(Text)


def is_current() -> ColumnElement[bool]:
    """Joins a claim in force to its article when it belongs to the revision that was read last."""
    return and_(_is_of_current_revision(), ClaimRow.in_force)


def is_read() -> ColumnElement[bool]:
    """Joins a claim that the machine reads, in force or not, to its article in the revision that was read last."""
    return and_(_is_of_current_revision(), ClaimRow.decision.is_(None))


def _is_of_current_revision() -> ColumnElement[bool]:
    return and_(ClaimRow.article_id == ArticleRow.id, ClaimRow.revision == ArticleRow.current_revision)
