"""The audit log: appended to, read, and nothing else."""

from datetime import datetime

from provenance.model import Actor, AuditEntry, AuditKind
from provenance.services.opening import open_to_read
from provenance.services.values.access import AuditPage
from provenance.settings import Settings
from provenance.storage import AuditFilter, open_store

SUBJECT = 500
"""Characters kept of what something was done to."""


def record_write(settings: Settings, now: datetime, subject: str, *, by: Actor) -> AuditEntry:
    """Something was changed through the web."""
    with open_store(settings.database, now=now) as store:
        entry = store.access.append(AuditKind.WROTE, subject[:SUBJECT], by)
        store.commit()
    return entry


def list_audit(
    settings: Settings, now: datetime, wanted: AuditFilter, *, limit: int | None = None, offset: int = 0
) -> AuditPage:
    """The latest first, and how many there are in all."""
    with open_to_read(settings, now) as store:
        return AuditPage(
            entries=store.access.audit(wanted, limit=limit, offset=offset), total=store.access.count_audit(wanted)
        )
