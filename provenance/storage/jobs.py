"""What was put in: jobs and their items, in the order of coming in."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from provenance.errors import NotStored
from provenance.model import (
    ItemCounts,
    ItemKind,
    ItemState,
    Job,
    JobItem,
    KnownRequest,
    NewItem,
    Outcome,
    RequestAnswer,
    RequestKey,
    Said,
)
from provenance.storage.job_rows import JobItemRow, JobMaterialRow, JobRow, RequestAnswerRow, RequestKeyRow


def save_job(session: Session, name: str, items: Sequence[NewItem], made_by: str | None, now: datetime) -> Job:
    """The caller holds the write lock: two writers would count to the same number."""
    last = session.scalars(select(func.max(JobRow.id))).one()
    job_id = (last or 0) + 1
    session.add(JobRow(id=job_id, name=name, made_by=made_by, made_at=now))
    session.flush()
    numbered = list(enumerate(items, start=1))
    session.add_all(_to_row(job_id, number, item, now) for number, item in numbered)
    session.flush()
    session.add_all(
        JobMaterialRow(job_id=job_id, number=number, content=item.content)
        for number, item in numbered
        if item.reason is None
    )
    session.flush()
    return find_job(session, job_id)


def _to_row(job_id: int, number: int, item: NewItem, now: datetime) -> JobItemRow:
    return JobItemRow(
        job_id=job_id,
        number=number,
        kind=item.kind.value,
        name=item.name,
        size=len(item.content),
        said=_said_to_json(item.said),
        state=(ItemState.WAITING if item.reason is None else ItemState.FAILED).value,
        changed_at=now,
        deaths=0,
        reason=item.reason,
    )


def find_job(session: Session, job_id: int) -> Job:
    """Raises NotStored."""
    row = session.get(JobRow, job_id) if 0 < job_id < 2**31 else None  # beyond it no column holds the number
    if row is None:
        raise NotStored(f"no job {job_id} in the store; /jobs lists what came in")
    return _job(row, _counts(session, [job_id]).get(job_id, ItemCounts()))


def list_jobs(session: Session, limit: int, offset: int) -> tuple[Job, ...]:
    rows = session.scalars(select(JobRow).order_by(JobRow.id.desc()).limit(limit).offset(offset)).all()
    counts = _counts(session, [row.id for row in rows])
    return tuple(_job(row, counts.get(row.id, ItemCounts())) for row in rows)


def count_jobs(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(JobRow)).one()


def items_of(session: Session, job_id: int, limit: int, offset: int) -> tuple[JobItem, ...]:
    query = (
        select(JobItemRow, JobMaterialRow.number.is_not(None))
        .outerjoin(
            JobMaterialRow, (JobMaterialRow.job_id == JobItemRow.job_id) & (JobMaterialRow.number == JobItemRow.number)
        )
        .where(JobItemRow.job_id == job_id)
        .order_by(JobItemRow.number)
    )
    return tuple(_item(row, kept) for row, kept in session.execute(query.limit(limit).offset(offset)))


def held(session: Session) -> int:
    """The size of all material that is kept, in bytes."""
    sizes = select(func.coalesce(func.sum(JobItemRow.size), 0)).join(
        JobMaterialRow, (JobMaterialRow.job_id == JobItemRow.job_id) & (JobMaterialRow.number == JobItemRow.number)
    )
    return int(session.scalars(sizes).one())


def find_request(session: Session, caller: str, key: str) -> KnownRequest | None:
    row = session.get(RequestKeyRow, (caller, key))
    if row is None:
        return None
    answer = session.get(RequestAnswerRow, (caller, key))
    return KnownRequest(
        request=RequestKey(caller=row.caller, key=row.key, digest=row.digest),
        made_at=row.made_at,
        job=row.job_id,
        answer=RequestAnswer(status=answer.status, headers=answer.headers, body=answer.body) if answer else None,
    )


def save_request(session: Session, request: RequestKey, job_id: int, now: datetime) -> None:
    session.add(
        RequestKeyRow(caller=request.caller, key=request.key, digest=request.digest, made_at=now, job_id=job_id)
    )
    session.flush()


def save_answer(session: Session, request: RequestKey, answer: RequestAnswer) -> None:
    session.add(
        RequestAnswerRow(
            caller=request.caller,
            key=request.key,
            status=answer.status,
            headers=dict(answer.headers),
            body=answer.body,
        )
    )
    session.flush()


def _counts(session: Session, job_ids: Iterable[int]) -> dict[int, ItemCounts]:
    query = (
        select(JobItemRow.job_id, JobItemRow.state, func.count())
        .where(JobItemRow.job_id.in_(list(job_ids)))
        .group_by(JobItemRow.job_id, JobItemRow.state)
    )
    found: dict[int, dict[str, int]] = {}
    for job_id, state, count in session.execute(query):
        found.setdefault(job_id, {})[state] = count
    return {job_id: ItemCounts(**states) for job_id, states in found.items()}


def _job(row: JobRow, counts: ItemCounts) -> Job:
    return Job(id=row.id, name=row.name, made_by=row.made_by, made_at=row.made_at, counts=counts)


def _item(row: JobItemRow, kept: bool) -> JobItem:
    return JobItem(
        job=row.job_id,
        number=row.number,
        kind=ItemKind(row.kind),
        name=row.name,
        size=row.size,
        state=ItemState(row.state),
        changed_at=row.changed_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        claims=row.claims,
        article=row.article_id,
        reason=row.reason,
        kept=kept,
    )


SaidJson = dict[str, Any]
"""Any: texts by name, as JSON."""


def _said_to_json(said: Said) -> SaidJson:
    return {
        "title": said.title,
        "outlet": said.outlet,
        "outlet_name": said.outlet_name,
        "published": said.published.isoformat() if said.published else None,
        "url": said.url,
        "language": said.language,
    }


def said_from_json(said: SaidJson) -> Said:
    published = date.fromisoformat(said["published"]) if said["published"] else None
    return Said(**{**said, "published": published})
