"""Rows of what analysis found, kept until something changes that it rests on, and of the words that a search looks in.

Triggers, which the migration that made these tables wrote, note in `finding_due` every claim of which something
changed, whoever changes it; on SQLite others keep the index of words true.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.columns import OptionalJson, Row
from provenance.storage.rows import ArticleId, ArticleRow, ClaimId, ClaimRow

INDEX = "passage_index"
"""The engine's own index of words: a table of FTS5 with its shadows on SQLite, an index on PostgreSQL."""


class FindingRow(Row):
    """`age` counts the days from the article's publication to the last day of the calendar, so that the latest come
    first and undated ones last; `publisher` and `speaker` are names without difference of case."""

    __tablename__ = "finding"
    __table_args__ = (
        Index(None, "age", "article_id", "position"),
        Index(None, "state_affiliated", "attributed", "age", "article_id", "position"),
        Index(None, "article_id"),
        Index(None, "group_id"),
    )

    claim_id: Mapped[str] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"), primary_key=True)
    article_id: Mapped[str] = mapped_column(ArticleId)
    position: Mapped[int]
    age: Mapped[int]
    mode: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    attributed: Mapped[bool]
    state_affiliated: Mapped[bool]
    publisher: Mapped[str] = mapped_column(Text)
    speaker: Mapped[str] = mapped_column(Text)
    origins: Mapped[int]
    independent: Mapped[int]
    reasons: Mapped[list[str]] = mapped_column(JSON)
    group_id: Mapped[str] = mapped_column(ClaimId)
    group_size: Mapped[int]


class FindingCautionRow(Row):
    """`again` whether the claim has the same caution already, in other words; `own_voice` whether its publisher says it
    itself; `age`, `article_id` and `position` are the finding's. The index holds all that listing and counting ask for:
    most claims of a store may have one caution."""

    __tablename__ = "finding_caution"
    __table_args__ = (
        Index("ix_finding_caution_listed", "code", "again", "age", "article_id", "position", "own_voice"),
    )

    claim_id: Mapped[str] = mapped_column(ForeignKey(FindingRow.claim_id, ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(Text)
    again: Mapped[bool]
    own_voice: Mapped[bool]
    age: Mapped[int]
    article_id: Mapped[str] = mapped_column(ArticleId)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    outlets: Mapped[list[str] | None] = mapped_column(OptionalJson)


class FindingFamilyRow(Row):
    """A control family that an outlet of the claim's chain belongs to."""

    __tablename__ = "finding_family"
    __table_args__ = (Index(None, "family", "claim_id"),)

    claim_id: Mapped[str] = mapped_column(ForeignKey(FindingRow.claim_id, ondelete="CASCADE"), primary_key=True)
    family: Mapped[str] = mapped_column(Text, primary_key=True)


class FindingGroupRow(Row):
    """A group in force of two claims or more; `age` is that of its latest claim, `first` the ids of those that were
    told first."""

    __tablename__ = "finding_group"
    __table_args__ = (Index(None, "size", "group_id"),)

    group_id: Mapped[str] = mapped_column(ClaimId, primary_key=True)
    size: Mapped[int]
    origins: Mapped[int]
    independent: Mapped[int]
    circular: Mapped[bool]
    contradicted: Mapped[bool]
    figures_differ: Mapped[bool]
    age: Mapped[int]
    first: Mapped[list[str]] = mapped_column(JSON)


class FindingCircleRow(Row):
    """Circular reporting in a group; `number` counts within it, `place` is that of the kind among all kinds. A step is
    a list of citing, cited, how, claim and words."""

    __tablename__ = "finding_circle"
    __table_args__ = (Index(None, "place", "size", "group_id"),)

    group_id: Mapped[str] = mapped_column(ClaimId, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int]
    size: Mapped[int]
    kind: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    outlets: Mapped[list[str]] = mapped_column(JSON)
    claims: Mapped[list[str]] = mapped_column(JSON)
    steps: Mapped[list[list[str]]] = mapped_column(JSON)


class FindingArticleRow(Row):
    """Of an article as a whole: how many origins its attributed claims have, in which circles its claims take part, and
    which other articles speak of the same. There is none while that is still to be found."""

    __tablename__ = "finding_article"

    article_id: Mapped[str] = mapped_column(ForeignKey(ArticleRow.id), primary_key=True)
    origins: Mapped[int]
    independent: Mapped[int]
    circles: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # Any: a circle as JSON
    related: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # Any: an article as JSON


class FindingDueRow(Row):
    """A claim to look at again, stored or removed by now, with its article."""

    __tablename__ = "finding_due"

    claim_id: Mapped[str] = mapped_column(ClaimId, primary_key=True)
    article_id: Mapped[str] = mapped_column(ArticleId)


class FindingStateRow(Row):
    """With what all findings were made; one row, none before the first was made. `counted` holds what was counted of
    them, empty where they changed since: by caution how many claims have it, and how many of these are not in their
    publisher's own voice."""

    __tablename__ = "finding_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_with: Mapped[str] = mapped_column(Text)
    counted: Mapped[dict[str, list[int]] | None] = mapped_column(OptionalJson)


class PassageRow(Row):
    """The words of a claim with its agents and its article's title, or of an article's title and outlet."""

    __tablename__ = "passage"
    __table_args__ = (Index(None, "claim_id", unique=True), Index(None, "article_id", unique=True))

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str | None] = mapped_column(ForeignKey(ClaimRow.id, ondelete="CASCADE"))
    article_id: Mapped[str | None] = mapped_column(ForeignKey(ArticleRow.id, ondelete="CASCADE"))
    words: Mapped[str] = mapped_column(Text)
