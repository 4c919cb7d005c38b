"""Claims: listed, found by the keys they share, fetched by id."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Select, String, bindparam, cast, func, select, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from provenance.errors import InvalidOption, NotStored
from provenance.matching import FAR_WEIGHT, UNDATED, Keys, day_number, days_compared
from provenance.model import Claim, Role, digest
from provenance.storage.batches import SIZE, batches
from provenance.storage.claim_values import read_claims, select_claims
from provenance.storage.filters import ClaimFilter, StoredWording
from provenance.storage.ids import begins
from provenance.storage.mapping import folded
from provenance.storage.rows import ArticleRow, ClaimKeyRow, ClaimRow, LinkRow, RevisionRow, is_current, is_read

LONGEST_KEY = 64

_ID = re.compile(r"c[0-9a-f]{1,16}")


def is_claim_id(name: str) -> bool:
    """Whether it reads like a whole claim id."""
    return re.fullmatch(r"c[0-9a-f]{16}", name) is not None


def stored_key(key: str) -> str:
    """A long key by its digest: PostgreSQL's index takes no words of any length."""
    return key if len(key) <= LONGEST_KEY else digest(key)


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


def candidates(session: Session, keys: Mapping[str, Keys], day: date | None, limit: int) -> dict[str, tuple[str, ...]]:
    """For each name in `keys` the ids of the claims that share enough, those that share most first."""
    found: dict[str, list[str]] = {name: [] for name in sorted(keys)}
    asked = [row for name in found for row in _asked(name, keys[name], day_number(day))]
    for part in _parts(asked):
        for name, claim_id in session.execute(_sharing(session, part, limit)):
            found[name].append(claim_id)
    return {name: tuple(ids) for name, ids in found.items()}


Asked = tuple[str, str, int, int, int, int]
"""Whose key it is, the key, its weight, the first and the last day to look at, and what the keys that a claim of these
days shares must weigh together."""


def _asked(name: str, keys: Keys, day: int) -> Iterator[Asked]:
    for key, weight in keys.near.items():
        for first, last, enough in days_compared(day):
            yield name, stored_key(key), weight, first, last, enough
    ((first, last, enough),) = days_compared(UNDATED)
    for key in keys.far:
        yield name, stored_key(key), FAR_WEIGHT, first, last, enough


def _parts(asked: list[Asked]) -> Iterable[list[Asked]]:
    """Never cuts through one name's keys: they are counted together."""
    part: list[Asked] = []
    for position, row in enumerate(asked):
        if len(part) >= SIZE and row[0] != asked[position - 1][0]:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _sharing(session: Session, rows: list[Asked], limit: int) -> Select[str, str]:
    asked = _as_table(session, rows)
    weight = func.sum(asked.c.weight).label("weight")
    near = (ClaimKeyRow.key == asked.c.key) & ClaimKeyRow.day.between(asked.c.first, asked.c.last)
    sharing = (
        select(asked.c.name, ClaimKeyRow.claim_id, weight)
        .select_from(asked)
        .join(ClaimKeyRow, near)
        .group_by(asked.c.name, ClaimKeyRow.claim_id)
        .having(weight >= func.max(asked.c.enough))
        .cte("sharing")
    )
    place = func.row_number().over(partition_by=sharing.c.name, order_by=(sharing.c.weight.desc(), sharing.c.claim_id))
    ranked = select(sharing.c.name, sharing.c.claim_id, place.label("place")).subquery("ranked")
    return (
        select(ranked.c.name, ranked.c.claim_id).where(ranked.c.place <= limit).order_by(ranked.c.name, ranked.c.place)
    )


def _as_table(session: Session, rows: list[Asked]) -> CTE:
    """In one parameter: a list of values takes longer to write than to look up."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    elements = func.json_each if sqlite else func.jsonb_array_elements
    given = bindparam("asked", json.dumps(rows), String)
    row = elements(given if sqlite else cast(given, JSONB)).table_valued("value").alias("given")

    def part(place: int, kind: type[String] | type[Integer]) -> ColumnElement[Any]:  # Any: text or a number
        found = func.json_extract(row.c.value, f"$[{place}]") if sqlite else row.c.value.op("->>")(place)
        return cast(found, kind)

    kinds = {"name": String, "key": String, "weight": Integer, "first": Integer, "last": Integer, "enough": Integer}
    columns = (part(place, kind).label(name) for place, (name, kind) in enumerate(kinds.items()))
    return select(*columns).cte("asked")


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
