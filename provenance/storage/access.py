"""Accounts, sessions, keys and the audit log as the use cases see them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session as Rows

from provenance.errors import NotStored
from provenance.model import Account, Actor, ApiKey, AuditEntry, AuditKind, DeskRole, KeyScope, Session
from provenance.storage.access_rows import AccountRow, AuditRow, KeyRow, SessionRow

SHOWN = 12
"""Characters of a session's digest that name it on pages: the digest is no secret that lets anybody in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """Every condition given must hold; None asks nothing. `text` is looked for in the subject."""

    who: str | None = None
    what: AuditKind | None = None
    text: str | None = None


class Access:
    """Part of a Store: the caller commits. What changes something is written under the store's write lock."""

    def __init__(self, session: Rows, now: datetime, saving: Callable[[], AbstractContextManager[Rows]]) -> None:
        self._rows = session
        self._now = now
        self._saving = saving

    # Accounts

    def save_account(self, name: str, role: DeskRole, password: str) -> Account:
        """`password` is its hash."""
        account = Account(name=name, role=role, made_at=self._now)
        with self._saving() as rows:
            rows.add(
                AccountRow(
                    folded=name.casefold(),
                    name=name,
                    role=role.value,
                    password=password,
                    made_at=self._now,
                    disabled_at=None,
                )
            )
            rows.flush()
        return account

    def accounts(self) -> tuple[Account, ...]:
        """By name."""
        return tuple(map(_account, self._rows.scalars(select(AccountRow).order_by(AccountRow.folded))))

    def account(self, name: str) -> Account | None:
        """In whatever case it is written."""
        row = self._rows.get(AccountRow, name.casefold())
        return _account(row) if row else None

    def password_of(self, name: str) -> str | None:
        """Its hash; None where there is no such account."""
        return self._rows.scalars(select(AccountRow.password).where(AccountRow.folded == name.casefold())).one_or_none()

    def change_account(
        self, name: str, *, role: DeskRole | None = None, password: str | None = None, disabled: bool | None = None
    ) -> Account:
        """What is None stays. Raises NotStored."""
        changes: dict[str, Any] = {}  # Any: a column's value
        if role is not None:
            changes["role"] = role.value
        if password is not None:
            changes["password"] = password
        if disabled is not None:
            changes["disabled_at"] = self._now if disabled else None
        with self._saving() as rows:
            rows.execute(update(AccountRow).where(AccountRow.folded == name.casefold()).values(**changes))
            rows.expire_all()
        changed = self.account(name)
        if changed is None:
            raise NotStored(f"no account {name!r}; `provenance users` lists them")
        return changed

    # Sessions

    def save_session(self, digest: str, session: Session) -> None:
        with self._saving() as rows:
            rows.add(
                SessionRow(
                    digest=digest,
                    account=session.account.casefold(),
                    made_at=session.made_at,
                    seen_at=session.seen_at,
                    ends_at=session.ends_at,
                    address=session.address,
                    browser=session.browser,
                )
            )
            rows.flush()

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """With whose it is; None where there is none."""
        found = self._rows.execute(
            select(SessionRow, AccountRow)
            .join(AccountRow, SessionRow.account == AccountRow.folded)
            .where(SessionRow.digest == digest)
        ).one_or_none()
        return None if found is None else (_session(*found), _account(found[1]))

    def sessions_of(self, name: str) -> tuple[Session, ...]:
        """The one seen last first."""
        found = self._rows.execute(
            select(SessionRow, AccountRow)
            .join(AccountRow, SessionRow.account == AccountRow.folded)
            .where(SessionRow.account == name.casefold())
            .order_by(SessionRow.seen_at.desc(), SessionRow.digest)
        )
        return tuple(_session(*row) for row in found)

    def see_session(self, digest: str) -> None:
        """It was used now."""
        with self._saving() as rows:
            rows.execute(update(SessionRow).where(SessionRow.digest == digest).values(seen_at=self._now))

    def end_session(self, digest: str) -> None:
        self._end(SessionRow.digest == digest)

    def end_session_called(self, name: str, session_id: str) -> None:
        """One of this account's, by what sessions are called by."""
        called = func.substr(SessionRow.digest, 1, SHOWN) == session_id
        self._end((SessionRow.account == name.casefold()) & called)

    def end_sessions_of(self, name: str) -> None:
        self._end(SessionRow.account == name.casefold())

    def end_old_sessions(self, *, seen_before: datetime) -> None:
        """Those not seen since, and those beyond their end."""
        self._end((SessionRow.seen_at < seen_before) | (SessionRow.ends_at <= self._now))

    def _end(self, which: ColumnElement[bool]) -> None:
        with self._saving() as rows:
            rows.execute(delete(SessionRow).where(which))

    # Keys

    def save_key(self, digest: str, name: str, scope: KeyScope, made_by: str, expires_at: datetime | None) -> ApiKey:
        with self._saving() as rows:
            last = rows.scalars(select(func.max(KeyRow.id))).one()
            row = KeyRow(
                id=(last or 0) + 1,
                digest=digest,
                name=name,
                scope=scope.value,
                made_by=made_by,
                made_at=self._now,
                expires_at=expires_at,
                revoked_at=None,
            )
            rows.add(row)
            rows.flush()
            return _key(row)

    def all_keys(self) -> tuple[ApiKey, ...]:
        """All that were ever made, in that order."""
        return tuple(map(_key, self._rows.scalars(select(KeyRow).order_by(KeyRow.id))))

    def key(self, digest: str) -> ApiKey | None:
        row = self._rows.scalars(select(KeyRow).where(KeyRow.digest == digest)).one_or_none()
        return _key(row) if row else None

    def revoke_key(self, key_id: int) -> None:
        with self._saving() as rows:
            rows.execute(update(KeyRow).where(KeyRow.id == key_id).values(revoked_at=self._now))

    # The audit log

    def append(self, what: AuditKind, subject: str, actor: Actor) -> AuditEntry:
        """What is there is never edited or removed: the database refuses."""
        with self._saving() as rows:
            last = rows.scalars(select(func.max(AuditRow.id))).one()
            entry = AuditEntry(id=(last or 0) + 1, at=self._now, what=what, subject=subject, actor=actor)
            rows.add(
                AuditRow(
                    id=entry.id, at=entry.at, what=what.value, subject=subject, who=actor.who, address=actor.address
                )
            )
            rows.flush()
        return entry

    def audit(self, wanted: AuditFilter, *, limit: int | None = None, offset: int = 0) -> tuple[AuditEntry, ...]:
        """The latest first."""
        asked = select(AuditRow).where(*_conditions(wanted)).order_by(AuditRow.id.desc()).limit(limit).offset(offset)
        return tuple(map(_entry, self._rows.scalars(asked)))

    def count_audit(self, wanted: AuditFilter) -> int:
        return self._rows.scalars(select(func.count()).select_from(AuditRow).where(*_conditions(wanted))).one()


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.who is not None:
        conditions.append(AuditRow.who == wanted.who)
    if wanted.what is not None:
        conditions.append(AuditRow.what == wanted.what.value)
    if wanted.text is not None:
        conditions.append(AuditRow.subject.contains(wanted.text, autoescape=True))
    return conditions


def _account(row: AccountRow) -> Account:
    return Account(name=row.name, role=DeskRole(row.role), made_at=row.made_at, disabled_at=row.disabled_at)


def _session(row: SessionRow, account: AccountRow) -> Session:
    return Session(
        id=row.digest[:SHOWN],
        account=account.name,
        made_at=row.made_at,
        seen_at=row.seen_at,
        ends_at=row.ends_at,
        address=row.address,
        browser=row.browser,
    )


def _key(row: KeyRow) -> ApiKey:
    return ApiKey(
        id=row.id,
        name=row.name,
        scope=KeyScope(row.scope),
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        id=row.id,
        at=row.at,
        what=AuditKind(row.what),
        subject=row.subject,
        actor=Actor(who=row.who, address=row.address),
    )
