"""Rows of the outlet directory as it stood, one whole copy for each digest: added to, never edited."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from provenance.storage.columns import Row, UtcDateTime


class DirectoryRow(Row):
    __tablename__ = "directory"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)

    outlets: Mapped[list["OutletRow"]] = relationship(order_by="OutletRow.position")


class OutletRow(Row):
    __tablename__ = "outlet"

    directory: Mapped[str] = mapped_column(ForeignKey(DirectoryRow.digest), primary_key=True)
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    country: Mapped[str | None] = mapped_column(Text)

    names: Mapped[list["OutletNameRow"]] = relationship(order_by="OutletNameRow.position")
    domains: Mapped[list["OutletDomainRow"]] = relationship(order_by="OutletDomainRow.position")
    assertions: Mapped[list["AssertionRow"]] = relationship(order_by="AssertionRow.position")
    relations: Mapped[list["OutletRelationRow"]] = relationship(order_by="OutletRelationRow.position")


class OfOutlet:
    """What is known of an outlet, in order."""

    @declared_attr.directive
    def __table_args__(self) -> tuple[ForeignKeyConstraint, ...]:
        return (ForeignKeyConstraint(["directory", "outlet"], [OutletRow.directory, OutletRow.id]),)

    directory: Mapped[str] = mapped_column(String(64), primary_key=True)
    outlet: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Dated:
    """An interval's ends as the source gives them: a year, a month or a day."""

    valid_since: Mapped[str | None] = mapped_column(Text)
    valid_until: Mapped[str | None] = mapped_column(Text)


class Cited:
    """Evidence; without an address there is none."""

    evidence_url: Mapped[str | None] = mapped_column(Text)
    evidence_title: Mapped[str | None] = mapped_column(Text)
    evidence_quote: Mapped[str | None] = mapped_column(Text)
    evidence_seen: Mapped[date | None]


class OutletNameRow(OfOutlet, Dated, Row):
    __tablename__ = "outlet_name"

    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    ambiguity: Mapped[str] = mapped_column(Text)


class OutletDomainRow(OfOutlet, Dated, Row):
    __tablename__ = "outlet_domain"

    host: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)


class AssertionRow(OfOutlet, Dated, Cited, Row):
    __tablename__ = "assertion"

    dimension: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    rater: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    confidence: Mapped[str] = mapped_column(Text)
    scope: Mapped[str | None] = mapped_column(Text)
    asserted: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)


class OutletRelationRow(OfOutlet, Dated, Cited, Row):
    __tablename__ = "outlet_relation"

    kind: Mapped[str] = mapped_column(Text)
    other: Mapped[str] = mapped_column(Text)
    share: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)


class AdditionRow(Row):
    """A row that a newsroom added to the directory, or takes back: never edited, never removed. The first is 1, without
    gaps. `cells` holds pairs of column and content."""

    __tablename__ = "directory_addition"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    batch: Mapped[int]
    of_table: Mapped[str] = mapped_column(Text)
    cells: Mapped[list[list[str]]] = mapped_column(JSON)
    made_by: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
