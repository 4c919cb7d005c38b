"""Accounts, sessions, keys and the audit log as JSON."""

from datetime import datetime
from typing import Any

from provenance.model import Account, ApiKey, AuditEntry, Session

Document = dict[str, Any]
"""Any: JSON."""


def account_to_dict(account: Account) -> Document:
    return {
        "name": account.name,
        "role": account.role.value,
        "made_at": _at(account.made_at),
        "disabled_at": _at(account.disabled_at),
    }


def session_to_dict(session: Session) -> Document:
    return {
        "id": session.id,
        "account": session.account,
        "made_at": _at(session.made_at),
        "seen_at": _at(session.seen_at),
        "ends_at": _at(session.ends_at),
        "address": session.address,
        "browser": session.browser,
    }


def key_to_dict(key: ApiKey) -> Document:
    """Without the key itself, which is kept nowhere."""
    return {
        "id": key.id,
        "name": key.name,
        "scope": key.scope.value,
        "made_by": key.made_by,
        "made_at": _at(key.made_at),
        "expires_at": _at(key.expires_at),
        "revoked_at": _at(key.revoked_at),
    }


def audit_entry_to_dict(entry: AuditEntry) -> Document:
    return {
        "id": entry.id,
        "at": _at(entry.at),
        "what": entry.what.value,
        "subject": entry.subject,
        "who": entry.actor.who,
        "address": entry.actor.address,
    }


def _at(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
