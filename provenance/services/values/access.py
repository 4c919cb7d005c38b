"""What is told of sessions, keys and the audit log."""

from dataclasses import dataclass, field

from provenance.model import Account, ApiKey, AuditEntry, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session with its token, which only the browser keeps."""

    token: str = field(repr=False)
    session: Session
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeKey:
    """A key as it is kept, and what a program must bring: it is shown once."""

    key: ApiKey
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Some entries of the audit log; `total` is how many there are in all."""

    entries: tuple[AuditEntry, ...]
    total: int
