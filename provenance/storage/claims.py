"""Claims: listed, fetched by id."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import Session

from provenance.errors import InvalidOption, NotStored
from provenance.model import Claim, Role
from provenance.storage.batches import SIZE, batches
from provenance.storage.claim_values import read_claims, select_claims
from provenance.storage.filters import ClaimFilter, StoredWording
from provenance.storage.ids import begins
from provenance.storage.mapping import folded
from provenance.storage.rows import ArticleRow, ClaimRow, LinkRow, RevisionRow, is_current, is_read

_ID = re.compile(r"c[0-9a-f]{1,16}")


def is_claim_id(name: str) -> bool:
    """Whether it reads like a whole claim id."""
    return re.fullmatch(r"c[0-9a-f]{16}", name) is not None


def claims_of(session: Session, article_id: str, revision: str | None) -> tuple[Claim, ...]:
    query = (
        select_claims().join(ArticleRow, ArticleRow.id == ClaimRow.article_id).where(ClaimRow.article_id == article_id)
    )
    query = query.where(ClaimRow.revision == (ArticleRow.current_revision if revision is None else revision))
    return _values(session, query.where(ClaimRow.in_force).order_by(ClaimRow.position))


def claims_read(session: Session, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
    """What the machine reads in current revisions, whatever a person made of it."""
    return _of_articles(session, article_ids, is_read())


def claims_read_in(session: Session, article_id: str, revision: str) -> tuple[Claim, ...]:
    query = select_claims().where(ClaimRow.article_id == article_id, ClaimRow.revision == revision)
    return _values(session, query.where(ClaimRow.decision.is_(None)).order_by(ClaimRow.position))


def claims_of_articles(session: Session, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
    return _of_articles(session, article_ids, is_current())


def _of_articles(
    session: Session, article_ids: Iterable[str], condition: ColumnElement[bool]
) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {}
    for batch in batches(article_ids):
        query = select_claims().join(ArticleRow, condition).where(ClaimRow.article_id.in_(batch))
        for claim in _values(session, query.order_by(ClaimRow.article_id, ClaimRow.position)):
            found.setdefault(claim.article_id, []).append(claim)
    return {article_id: tuple(claims) for article_id, claims in found.items()}


def list_claims(session: Session, wanted: ClaimFilter) -> tuple[Claim, ...]:
    query = (
        select_claims()
        .join(ArticleRow, is_current())
        .join(RevisionRow, (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.sha256 == ClaimRow.revision))
        .where(*_conditions(wanted))
        .order_by(RevisionRow.published.desc().nulls_last(), ClaimRow.article_id, ClaimRow.position)
    )
    return _values(session, query.limit(wanted.limit).offset(wanted.offset))


def find_claim(session: Session, name: str) -> Claim:
    """Of a current revision, by the first characters of its id."""
    query = select_claims().join(ArticleRow, is_current()).where(begins(ClaimRow.id, name)).order_by(ClaimRow.id)
    found = _values(session, query.limit(10)) if _ID.fullmatch(name) else ()
    if not found:
        raise NotStored(f"no claim {name!r} in the store; `provenance claims --format csv` lists them")
    if len(found) > 1:
        ids = ", ".join(claim.id for claim in found)
        raise InvalidOption(f"{name!r} means several claims: {ids}; give the id of one")
    return found[0]


def claims_by_id(session: Session, ids: Iterable[str]) -> dict[str, Claim]:
    found = {}
    for batch in batches(ids):
        for claim in _values(session, select_claims().where(ClaimRow.id.in_(batch)).order_by(ClaimRow.id)):
            found[claim.id] = claim
    return found


def wordings(session: Session, ids: Iterable[str]) -> dict[str, StoredWording]:
    found = {}
    for batch in batches(ids):
        for wording in _wordings(session, ClaimRow.id.in_(batch)):
            found[wording.id] = wording
    return found


def articles_of_claims(session: Session, ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(ids):
        query = select(ClaimRow.id, ClaimRow.article_id).join(ArticleRow, is_current()).where(ClaimRow.id.in_(batch))
        found.update((claim_id, article_id) for claim_id, article_id in session.execute(query))
    return found


def all_wordings(session: Session) -> Iterator[StoredWording]:
    return _wordings(session, true())


def _wordings(session: Session, condition: ColumnElement[bool]) -> Iterator[StoredWording]:
    query = (
        select(ClaimRow.id, ClaimRow.article_id, ClaimRow.text, ClaimRow.cue, RevisionRow.published)
        .join(ArticleRow, is_current())
        .join(RevisionRow, (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.sha256 == ClaimRow.revision))
        .where(condition)
        .order_by(ClaimRow.id)
    )
    for claim_id, article_id, text, cue, day in session.execute(query.execution_options(yield_per=SIZE)):
        yield StoredWording(id=claim_id, article_id=article_id, text=text, cue=cue, day=day)


def _values(session: Session, query: Select[Any]) -> tuple[Claim, ...]:
    """Any: columns of every type."""
    return tuple(placed.claim for placed in read_claims(session, query))


def _conditions(wanted: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.article is not None:
        yield ClaimRow.article_id == wanted.article
    if wanted.outlet is not None:
        yield ClaimRow.links.any(LinkRow.outlet == wanted.outlet)
    if wanted.speaker is not None:
        named = LinkRow.folded.contains(folded(wanted.speaker), autoescape=True)
        yield ClaimRow.links.any((LinkRow.role == Role.SPEAKER.value) & named)
    if wanted.since is not None:
        yield RevisionRow.published >= wanted.since
    if wanted.until is not None:
        yield RevisionRow.published <= wanted.until
    if wanted.mode is not None:
        yield ClaimRow.mode == wanted.mode.value
    if wanted.text is not None:
        yield ClaimRow.folded.contains(folded(wanted.text), autoescape=True)
    if wanted.state_affiliated:
        yield ClaimRow.links.any(LinkRow.state_affiliated.in_(sorted(wanted.state_affiliated)))
