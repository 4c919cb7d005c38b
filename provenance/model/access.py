"""Who may do what on a desk that several people reach, and what is written down about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeskRole(StrEnum):
    """What an account may do, from least to most: each may do what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def includes(self, other: "DeskRole") -> bool:
        ranks = list(DeskRole)
        return ranks.index(self) >= ranks.index(other)


class KeyScope(StrEnum):
    """What a key of the API may do."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"

    @property
    def role(self) -> DeskRole:
        """The role that may do the same."""
        return _ROLES[self]


_ROLES = {KeyScope.READ: DeskRole.READER, KeyScope.WRITE: DeskRole.EDITOR, KeyScope.ADMIN: DeskRole.ADMIN}


class AuditKind(StrEnum):
    """What the audit log holds."""

    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    SESSION_ENDED = "session ended"
    ACCOUNT_MADE = "account made"
    ROLE_CHANGED = "role changed"
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - no password
    ACCOUNT_DISABLED = "account disabled"
    ACCOUNT_ENABLED = "account enabled"
    KEY_MADE = "key made"
    KEY_REVOKED = "key revoked"
    WROTE = "wrote"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: an account, a key or whoever sits at the machine; `address` is where the request came from,
    None for a command."""

    who: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person who signs in. `disabled_at` is None for one that may."""

    name: str
    role: DeskRole
    made_at: datetime
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser that an account is signed in with. `id` names it without giving away its token; `ends_at` is when it
    ends at the latest; `browser` is what the browser calls itself."""

    id: str
    account: str
    made_at: datetime
    seen_at: datetime
    ends_at: datetime
    address: str | None
    browser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """What a program brings instead of a password. `expires_at` is None for one that holds until it is revoked,
    `revoked_at` for one that was not."""

    id: int
    name: str
    scope: KeyScope
    made_by: str
    made_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def holds(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the audit log, never edited and never removed; `id` counts from 1. `subject` is what it was done to,
    `address` where the request came from, None for a command."""

    id: int
    at: datetime
    what: AuditKind
    subject: str
    actor: Actor
