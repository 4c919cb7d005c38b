"""Reading what was put in: who reads which item, and what became of it. Whoever calls holds the write lock."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, exists, select, update
from sqlalchemy.orm import Session

from provenance.errors import NotStored
from provenance.model import ItemKind, ItemState, Read, TakenItem
from provenance.storage.job_rows import JobItemRow, JobMaterialRow, RequestKeyRow
from provenance.storage.jobs import said_from_json

LEASE = timedelta(seconds=30)
"""So long after it was last seen alive a worker counts as dead, and what it read waits for another one. Ten times as
long as the pause between two signs of life, so that a busy machine does not bury the living."""

MOST_DEATHS = 2
"""The first death may have been the machine's fault; an item that kills again would kill every worker."""

DIED = "the program that reads articles died twice while reading this one; it may be too large or badly broken"


def take_item(session: Session, worker: str, now: datetime) -> TakenItem | None:
    """The next one that waits: the first items of all jobs come before the second ones, so that a single article need
    not wait for a folder of a thousand. None where none waits."""
    _bury(session, now)
    query = (
        select(JobItemRow)
        .where(JobItemRow.state == ItemState.WAITING)
        .order_by(JobItemRow.number, JobItemRow.job_id)
        .limit(1)
    )
    row = session.scalars(query).first()
    if row is None:
        return None
    row.state, row.worker, row.seen_at, row.changed_at = ItemState.READING.value, worker, now, now
    session.flush()
    material = session.get_one(JobMaterialRow, (row.job_id, row.number))
    return TakenItem(
        job=row.job_id,
        number=row.number,
        kind=ItemKind(row.kind),
        name=row.name,
        content=material.content,
        said=said_from_json(row.said),
    )


def _bury(session: Session, now: datetime) -> None:
    """What the dead were reading waits again."""
    query = select(JobItemRow).where(JobItemRow.state == ItemState.READING, JobItemRow.seen_at < now - LEASE)
    for row in session.scalars(query):
        _died(row, now)
    session.flush()


def _died(row: JobItemRow, now: datetime) -> None:
    row.deaths += 1
    row.worker = row.seen_at = None
    row.changed_at = now
    if row.deaths < MOST_DEATHS:
        row.state = ItemState.WAITING.value
    else:
        row.state, row.reason = ItemState.FAILED.value, DIED


def worker_died(session: Session, worker: str, now: datetime) -> None:
    for row in session.scalars(_read_by(worker)):
        _died(row, now)
    session.flush()


def release(session: Session, worker: str, now: datetime) -> None:
    """The worker stops, and not by the fault of what it was reading."""
    for row in session.scalars(_read_by(worker)):
        row.state, row.worker, row.seen_at, row.changed_at = ItemState.WAITING.value, None, None, now
    session.flush()


def _read_by(worker: str) -> Select[JobItemRow]:
    return select(JobItemRow).where(JobItemRow.state == ItemState.READING, JobItemRow.worker == worker)


def sign_of_life(session: Session, worker: str, now: datetime) -> None:
    mine = (JobItemRow.state == ItemState.READING, JobItemRow.worker == worker)
    session.execute(update(JobItemRow).where(*mine).values(seen_at=now))


def finish_item(session: Session, item: TakenItem, worker: str, read: Read, now: datetime) -> None:
    """Its material is dropped. Raises NotStored where the item is no longer this worker's."""
    row = _own(session, item, worker)
    row.state, row.changed_at, row.reason = ItemState.DONE.value, now, None
    row.outcome, row.claims, row.article_id = read.outcome.value, read.claims, read.article
    row.worker = row.seen_at = None
    session.flush()
    session.execute(delete(JobMaterialRow).where(_of(item)))


def fail_item(session: Session, item: TakenItem, worker: str, reason: str, now: datetime) -> None:
    """Its material is kept, for another try. Raises NotStored where the item is no longer this worker's."""
    row = _own(session, item, worker)
    row.state, row.changed_at, row.reason = ItemState.FAILED.value, now, reason
    row.worker = row.seen_at = None
    session.flush()


def _own(session: Session, item: TakenItem, worker: str) -> JobItemRow:
    row = session.get(JobItemRow, (item.job, item.number))
    if row is None or row.state != ItemState.READING or row.worker != worker:
        raise NotStored(f"item {item.number} of job {item.job} is read by another worker")
    return row


def _of(item: TakenItem) -> ColumnElement[bool]:
    return (JobMaterialRow.job_id == item.job) & (JobMaterialRow.number == item.number)


def retry(session: Session, job_id: int, number: int | None, now: datetime) -> int:
    """How many failed items of the job wait again; all whose material is kept, or the one of that number."""
    kept = (JobMaterialRow.job_id == JobItemRow.job_id) & (JobMaterialRow.number == JobItemRow.number)
    query = (
        select(JobItemRow)
        .join(JobMaterialRow, kept)
        .where(JobItemRow.job_id == job_id, JobItemRow.state == ItemState.FAILED)
    )
    rows = session.scalars(query if number is None else query.where(JobItemRow.number == number)).all()
    for row in rows:
        row.state, row.deaths, row.reason, row.changed_at = ItemState.WAITING.value, 0, None, now
    session.flush()
    return len(rows)


def forget(session: Session, material_of: datetime, requests_of: datetime) -> None:
    """Drops the material of items that failed before the one moment, and keys of requests from before the other."""
    failed = (JobItemRow.state == ItemState.FAILED) & (JobItemRow.changed_at < material_of)
    same = (JobItemRow.job_id == JobMaterialRow.job_id) & (JobItemRow.number == JobMaterialRow.number)
    session.execute(delete(JobMaterialRow).where(exists().where(failed, same)))
    session.execute(delete(RequestKeyRow).where(RequestKeyRow.made_at < requests_of))
