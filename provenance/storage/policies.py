"""By which policy the stored claims were compared."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from provenance.matching import Keys
from provenance.storage.batches import SIZE
from provenance.storage.postings import drop_keys, replace_keys
from provenance.storage.rows import ComparisonRow, PolicyRow, ReprintRow


def policy(session: Session) -> str | None:
    return session.scalars(select(PolicyRow.name).order_by(PolicyRow.id.desc()).limit(1)).first()


def compare_anew(
    session: Session, name: str, keyed: Iterable[tuple[str, Keys]], days: Mapping[str, int], now: datetime
) -> None:
    drop_keys(session)
    for rows in (ComparisonRow, ReprintRow):
        session.execute(delete(rows))
    waiting = iter(keyed)
    while part := dict(islice(waiting, SIZE)):
        replace_keys(session, (), part, days)
    last = session.scalars(select(PolicyRow.id).order_by(PolicyRow.id.desc()).limit(1)).first() or 0
    session.execute(insert(PolicyRow), [{"id": last + 1, "name": name, "since": now}])
