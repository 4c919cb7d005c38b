"""Rows of what was put in and waits to be read."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.columns import Row, UtcDateTime


class JobRow(Row):
    """The first is 1, without gaps."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class JobItemRow(Row):
    """`worker` and `seen_at` say who reads it and when that one was last known to live; `deaths` how many have died
    over it. `article_id` is no foreign key: what an item became is told even when the article is gone."""

    __tablename__ = "job_item"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'reading', 'done', 'failed')", name="state"),
        Index(None, "state", "number", "job_id"),
    )

    job_id: Mapped[int] = mapped_column(
        ForeignKey(JobRow.id, ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    said: Mapped[dict[str, Any]] = mapped_column(JSON)  # Any: texts by name, as JSON
    state: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deaths: Mapped[int]
    worker: Mapped[str | None] = mapped_column(Text)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(Text)
    claims: Mapped[int | None]
    article_id: Mapped[str | None] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)


class JobMaterialRow(Row):
    """Apart from the items, so that listing them does not read it."""

    __tablename__ = "job_material"
    __table_args__ = (
        ForeignKeyConstraint(["job_id", "number"], [JobItemRow.job_id, JobItemRow.number], ondelete="CASCADE"),
    )

    job_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class RequestKeyRow(Row):
    __tablename__ = "request_key"
    __table_args__ = (Index(None, "made_at"),)

    caller: Mapped[str] = mapped_column(Text, primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    job_id: Mapped[int] = mapped_column(ForeignKey(JobRow.id, ondelete="CASCADE"))


class RequestAnswerRow(Row):
    """Apart from the keys, so that looking for one does not read it."""

    __tablename__ = "request_answer"
    __table_args__ = (
        ForeignKeyConstraint(["caller", "key"], [RequestKeyRow.caller, RequestKeyRow.key], ondelete="CASCADE"),
    )

    caller: Mapped[str] = mapped_column(Text, primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    status: Mapped[int]
    headers: Mapped[dict[str, str]] = mapped_column(JSON)
    body: Mapped[bytes] = mapped_column(LargeBinary)
