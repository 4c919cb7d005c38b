"""The audit log: appended to, read, and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from provenance.model import Actor, AuditKind
from provenance.services.opening import open_to_read
from provenance.services.values.access import AuditPage
from provenance.settings import Settings
from provenance.storage import AuditFilter, AuditLine, audited, open_store

SUBJECT = 500
"""Characters kept of what something was done to."""


@contextmanager
def recording(subject: str, by: Callable[[], Actor]) -> Iterator[AuditLine]:
    """Within it whatever is stored first is stored with a line on the writing, or not at all. `by` is asked then."""
    line = AuditLine(what=AuditKind.WROTE, subject=subject[:SUBJECT], by=by)
    with audited(line):
        yield line


def record_write(settings: Settings, now: datetime, line: AuditLine) -> None:
    """Of something that was changed without the store, or in another one's hands: where no line stands yet."""
    with audited(line), open_store(settings.database, now=now) as store:
        store.begin_writing()
        store.commit()


def list_audit(
    settings: Settings, now: datetime, wanted: AuditFilter, *, limit: int | None = None, offset: int = 0
) -> AuditPage:
    """The latest first, and how many there are in all."""
    with open_to_read(settings, now) as store:
        return AuditPage(
            entries=store.access.audit(wanted, limit=limit, offset=offset), total=store.access.count_audit(wanted)
        )
