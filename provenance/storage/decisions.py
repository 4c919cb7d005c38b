"""What people decided, in the order of deciding."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, Select, delete, func, select
from sqlalchemy.orm import Session

from provenance.model import ClaimReference, Decision, DecisionKind, NewDecision, Span
from provenance.storage.batches import batches
from provenance.storage.claim_json import claim_from_json, claim_to_json, words_from_json, words_to_json
from provenance.storage.filters import DecisionFilter
from provenance.storage.rows import ClaimRow, DecisionArticleRow, DecisionRow, DecisionWaitingRow

ReferenceJson = dict[str, Any]
"""Any: a reference to a claim as JSON, texts and places."""


def save_decision(session: Session, made: NewDecision, made_by: str, why: str, made_at: datetime) -> Decision:
    """The caller holds the write lock: two writers would count to the same number."""
    decision = Decision(id=last_decision(session) + 1, made=made, made_by=made_by, why=why, made_at=made_at)
    copy_decisions(session, [decision])
    return decision


def copy_decisions(session: Session, decisions: Iterable[Decision]) -> None:
    """As they are, ids too."""
    made = tuple(decisions)
    session.add_all(map(_to_row, made))
    session.flush()
    session.add_all(DecisionArticleRow(article_id=each, decision=one.id) for one in made for each in one.made.articles)
    session.flush()


def list_decisions(session: Session) -> tuple[Decision, ...]:
    return tuple(map(_from_row, session.scalars(select(DecisionRow).order_by(DecisionRow.id))))


def decisions_about(session: Session, article_ids: Iterable[str]) -> tuple[Decision, ...]:
    """With what took these back, and what took that back."""
    return _with_undoings(session, map(_naming, batches(article_ids)))


def rulings_beside(session: Session, claim_ids: Iterable[str]) -> tuple[Decision, ...]:
    return _with_undoings(session, map(_beside, batches(claim_ids)))


def decisions_by_id(session: Session, ids: Iterable[int]) -> tuple[Decision, ...]:
    """The same for these; one that there is not is left out."""
    return _with_undoings(session, (select(DecisionRow.id).where(DecisionRow.id.in_(batch)) for batch in batches(ids)))


def _with_undoings(session: Session, chosen: Iterable[Select[int]]) -> tuple[Decision, ...]:
    found: dict[int, Decision] = {}
    for ids in chosen:
        rows = session.scalars(select(DecisionRow).where(DecisionRow.id.in_(select(_undoing(ids).c.id))))
        found |= {row.id: _from_row(row) for row in rows}
    return tuple(found[decision] for decision in sorted(found))


def _naming(article_ids: Iterable[str]) -> Select[int]:
    return select(DecisionArticleRow.decision.label("id")).where(DecisionArticleRow.article_id.in_(article_ids))


def _beside(claim_ids: Iterable[str]) -> Select[int]:
    return (
        select(DecisionArticleRow.decision.label("id"))
        .join(DecisionRow, DecisionRow.id == DecisionArticleRow.decision)
        .join(ClaimRow, ClaimRow.article_id == DecisionArticleRow.article_id)
        .where(DecisionRow.article_id.is_(None), ClaimRow.id.in_(claim_ids))
    )


def _undoing(ids: Select[int]) -> CTE:
    """With all that took these back, over however many steps."""
    reached = ids.cte("reached", recursive=True)
    return reached.union(select(DecisionRow.id).join(reached, DecisionRow.undoes == reached.c.id))


def search_decisions(session: Session, wanted: DecisionFilter) -> tuple[int, ...]:
    """Their ids, the latest first."""
    query = select(DecisionRow.id).order_by(DecisionRow.id.desc())
    if wanted.by is not None:
        asked = wanted.by.casefold()
        query = query.where(DecisionRow.made_by.in_([name for name in deciders(session) if name.casefold() == asked]))
    if wanted.kind is not None:
        query = query.where(DecisionRow.kind == wanted.kind)
    if wanted.article is not None:
        query = query.where(DecisionRow.id.in_(select(_undoing(_naming([wanted.article])).c.id)))
    return tuple(session.scalars(query))


def deciders(session: Session) -> tuple[str, ...]:
    """Each name once, by the alphabet, whatever the case."""
    names = session.scalars(select(DecisionRow.made_by).distinct())
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def keep_waiting(session: Session, decided: Iterable[int], waiting: Mapping[int, str]) -> None:
    for batch in batches(decided):
        session.execute(delete(DecisionWaitingRow).where(DecisionWaitingRow.decision.in_(batch)))
    session.add_all(DecisionWaitingRow(decision=decision, why=why) for decision, why in sorted(waiting.items()))
    session.flush()


def list_waiting(session: Session) -> dict[int, str]:
    rows = session.scalars(select(DecisionWaitingRow))
    return {row.decision: row.why for row in rows}


def last_decision(session: Session) -> int:
    """Its id, 0 where there is none."""
    return session.scalars(select(func.max(DecisionRow.id))).one() or 0


def _to_row(decision: Decision) -> DecisionRow:
    made = decision.made
    return DecisionRow(
        id=decision.id,
        kind=made.kind.value,
        left_claims=[_to_json(reference) for reference in made.left],
        right_claims=[_to_json(reference) for reference in made.right],
        answer=made.answer,
        undoes=made.undoes,
        article_id=made.article_id,
        after=_after_to_json(made),
        rests_on=made.rests_on,
        made_by=decision.made_by,
        why=decision.why,
        made_at=decision.made_at,
    )


def _from_row(row: DecisionRow) -> Decision:
    made = NewDecision(
        kind=DecisionKind(row.kind),
        left=tuple(map(_from_json, row.left_claims)),
        right=tuple(map(_from_json, row.right_claims)),
        answer=row.answer,
        undoes=row.undoes,
        after=claim_from_json(row.after) if row.after else None,
        words=words_from_json(row.after["words"]) if row.after else (),
        rests_on=row.rests_on,
    )
    return Decision(id=row.id, made=made, made_by=row.made_by, why=row.why, made_at=row.made_at)


def _after_to_json(made: NewDecision) -> ReferenceJson | None:
    return {**claim_to_json(made.after), "words": words_to_json(made.words)} if made.after else None


def _to_json(reference: ClaimReference) -> ReferenceJson:
    return {
        "claim": reference.claim,
        "article": reference.article_id,
        "revision": reference.revision,
        "text": reference.text,
        "spans": [[span.start, span.end] for span in reference.spans],
        "agents": list(reference.agents),
    }


def _from_json(reference: ReferenceJson) -> ClaimReference:
    return ClaimReference(
        claim=reference["claim"],
        article_id=reference["article"],
        revision=reference["revision"],
        text=reference["text"],
        spans=tuple(Span(start, end) for start, end in reference["spans"]),
        agents=tuple(reference["agents"]),
    )
