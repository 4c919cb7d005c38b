"""Rows of accounts, sessions, keys and of the audit log."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.columns import Row, UtcDateTime

Digest = String(64)


class AccountRow(Row):
    """`folded` is the name without difference of case: no two accounts differ in case alone. `password` is a hash with
    its parameters."""

    __tablename__ = "account"

    folded: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    password: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SessionRow(Row):
    """`digest` is the SHA-256 of the token that the browser holds; one that ended is removed."""

    __tablename__ = "session"
    __table_args__ = (Index(None, "account"),)

    digest: Mapped[str] = mapped_column(Digest, primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(AccountRow.folded, ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    address: Mapped[str | None] = mapped_column(Text)
    browser: Mapped[str] = mapped_column(Text)


class KeyRow(Row):
    """`digest` is the SHA-256 of the key, which is kept nowhere else."""

    __tablename__ = "api_key"
    __table_args__ = (Index(None, "digest", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(Digest)
    name: Mapped[str] = mapped_column(Text)
    scope: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AuditRow(Row):
    """Appended, and nothing else: the database refuses to change or remove a row (migration 0010)."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    what: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
