"""Claims: listed, found by the keys they share, fetched by id."""

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Select, String, func, select, values
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.sql import column

from provenance.errors import InvalidOption, NotStored
from provenance.model import Claim, Role, digest
from provenance.storage.batches import SIZE, batches
from provenance.storage.filters import ClaimFilter
from provenance.storage.mapping import claim_from_row, folded
from provenance.storage.rows import ArticleRow, ClaimKeyRow, ClaimRow, LinkRow, RevisionRow, is_current

LONGEST_KEY = 64

_ID = re.compile(r"c[0-9a-f]{1,16}")


def stored_key(key: str) -> str:
    """A long key by its digest: PostgreSQL's index takes no words of any length."""
    return key if len(key) <= LONGEST_KEY else digest(key)


def claims_of(session: Session, article_id: str, revision: str | None) -> tuple[Claim, ...]:
    query = _claims().join(ArticleRow, ArticleRow.id == ClaimRow.article_id).where(ClaimRow.article_id == article_id)
    query = query.where(ClaimRow.revision == (ArticleRow.current_revision if revision is None else revision))
    return _values(session, query.order_by(ClaimRow.position))


def claims_of_articles(session: Session, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {}
    for batch in batches(article_ids):
        query = _claims().join(ArticleRow, is_current()).where(ClaimRow.article_id.in_(batch))
        for claim in _values(session, query.order_by(ClaimRow.article_id, ClaimRow.position)):
            found.setdefault(claim.article_id, []).append(claim)
    return {article_id: tuple(claims) for article_id, claims in found.items()}


def list_claims(session: Session, wanted: ClaimFilter) -> tuple[Claim, ...]:
    query = (
        _claims()
        .join(ArticleRow, is_current())
        .join(RevisionRow, (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.sha256 == ClaimRow.revision))
        .where(*_conditions(wanted))
        .order_by(RevisionRow.published.desc().nulls_last(), ClaimRow.article_id, ClaimRow.position)
    )
    return _values(session, query.limit(wanted.limit).offset(wanted.offset))


def find_claim(session: Session, name: str) -> Claim:
    """Of a current revision, by the first characters of its id."""
    query = _claims().join(ArticleRow, is_current()).where(ClaimRow.id.startswith(name)).order_by(ClaimRow.id)
    found = _values(session, query.limit(10)) if _ID.fullmatch(name) else ()
    if not found:
        raise NotStored(f"no claim {name!r} in the store; list them with `provenance claims --format csv`")
    if len(found) > 1:
        ids = ", ".join(claim.id for claim in found)
        raise InvalidOption(f"{name!r} means several claims: {ids}; give the id of one")
    return found[0]


def claims_by_id(session: Session, ids: Iterable[str]) -> dict[str, Claim]:
    found = {}
    for batch in batches(ids):
        for claim in _values(session, _claims().where(ClaimRow.id.in_(batch)).order_by(ClaimRow.id)):
            found[claim.id] = claim
    return found


def candidates(
    session: Session, keys: Mapping[str, Iterable[str]], exclude_article: str, limit: int, shared: int
) -> dict[str, tuple[Claim, ...]]:
    """For each name in `keys` the claims of other articles' current revisions that share at least so many keys."""
    found: dict[str, list[str]] = {name: [] for name in sorted(keys)}
    pairs = [(name, key) for name in found for key in sorted({stored_key(key) for key in keys[name]})]
    for part in _parts(pairs):
        for name, claim_id in session.execute(_sharing(part, exclude_article, limit, shared)):
            found[name].append(claim_id)
    claims = claims_by_id(session, (claim_id for ids in found.values() for claim_id in ids))
    return {name: tuple(claims[claim_id] for claim_id in ids) for name, ids in found.items()}


def _parts(pairs: list[tuple[str, str]]) -> Iterable[list[tuple[str, str]]]:
    """Never cuts through one name's keys: they are counted together."""
    part: list[tuple[str, str]] = []
    for position, pair in enumerate(pairs):
        if len(part) >= SIZE and pair[0] != pairs[position - 1][0]:
            yield part
            part = []
        part.append(pair)
    if part:
        yield part


def _sharing(pairs: list[tuple[str, str]], exclude_article: str, limit: int, shared: int) -> Select[str, str]:
    asked = values(column("name", String), column("key", String), name="asked").data(pairs).cte("asked")
    count = func.count().label("count")
    sharing = (
        select(asked.c.name, ClaimKeyRow.claim_id, count)
        .join(ClaimKeyRow, ClaimKeyRow.key == asked.c.key)
        .group_by(asked.c.name, ClaimKeyRow.claim_id)
        .having(count >= shared)
        .cte("sharing")
    )
    place = func.row_number().over(partition_by=sharing.c.name, order_by=(sharing.c.count.desc(), sharing.c.claim_id))
    ranked = (
        select(sharing.c.name, sharing.c.claim_id, place.label("place"))
        .join(ClaimRow, ClaimRow.id == sharing.c.claim_id)
        .join(ArticleRow, is_current())
        .where(ArticleRow.id != exclude_article)
        .subquery("ranked")
    )
    return (
        select(ranked.c.name, ranked.c.claim_id).where(ranked.c.place <= limit).order_by(ranked.c.name, ranked.c.place)
    )


def _claims() -> Select[ClaimRow]:
    return select(ClaimRow).options(selectinload(ClaimRow.links))


def _values(session: Session, query: Select[ClaimRow]) -> tuple[Claim, ...]:
    return tuple(claim_from_row(row) for row in session.scalars(query))


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
