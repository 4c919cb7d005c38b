"""Comparisons of claims, and which claims they connect."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, Text, case, cast, delete, false, or_, select
from sqlalchemy.orm import Session

from provenance.model import Agreement, Comparison
from provenance.storage.batches import batches
from provenance.storage.mapping import comparison_from_row, comparison_to_row, reason_from_json
from provenance.storage.rows import ArticleRow, ClaimRow, ComparisonRow, ReprintRow, is_current
from provenance.storage.upserting import upsert

_COLUMNS = tuple(ComparisonRow.__table__.columns)

SIDES = (ComparisonRow.left_claim, ComparisonRow.right_claim)

CONNECTING = frozenset(Agreement) - {Agreement.UNRELATED}

BondQuery = Select[str, str, str, float, list[dict[str, Any]] | None]
"""Both claims, the agreement, the similarity, reasons. Any: a reason as JSON."""


def save_comparisons(session: Session, comparisons: Iterable[Comparison]) -> None:
    upsert(session, ComparisonRow, [comparison_to_row(comparison) for comparison in comparisons])


def drop_comparisons(session: Session, article_id: str) -> None:
    own = select(ClaimRow.id).where(ClaimRow.article_id == article_id)
    session.execute(
        delete(ComparisonRow).where(or_(ComparisonRow.left_claim.in_(own), ComparisonRow.right_claim.in_(own)))
    )
    session.execute(
        delete(ReprintRow).where(or_(ReprintRow.left_article == article_id, ReprintRow.right_article == article_id))
    )


def comparisons_among(session: Session, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
    ends = set(claim_ids)
    query = select(*_COLUMNS)
    rows = (row for left in _from_left(ends) for row in session.execute(query.where(left)) if row.right_claim in ends)
    return tuple(sorted(map(comparison_from_row, rows), key=_ends))


def bonds_among(session: Session, claim_ids: Iterable[str], codes: Collection[str]) -> tuple[Comparison, ...]:
    ends = set(claim_ids)
    query = _bonds(codes)
    bonds = (bond for left in _from_left(ends) for bond in _as_bonds(session, query.where(left), codes))
    return tuple(sorted((bond for bond in bonds if bond.right in ends), key=_ends))


def _from_left(claim_ids: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """Of the other end it is not asked: SQLite would look up every two of them."""
    return (ComparisonRow.left_claim.in_(batch) for batch in batches(claim_ids))


def bonds_of(session: Session, claim_ids: Iterable[str], codes: Collection[str]) -> tuple[Comparison, ...]:
    found = {}
    for batch in batches(claim_ids):
        for here, there in (SIDES, SIDES[::-1]):
            query = _bonds(codes).join(ClaimRow, ClaimRow.id == there).join(ArticleRow, is_current())
            for bond in _as_bonds(session, query.where(here.in_(batch)), codes):
                found[_ends(bond)] = bond
    return tuple(sorted(found.values(), key=_ends))


def _bonds(codes: Collection[str]) -> BondQuery:
    """Without reasons, which make most of a comparison, but where there is one of these codes."""
    words = cast(ComparisonRow.reasons, Text)
    telling = or_(false(), *(words.contains(f'"{code}"', autoescape=True) for code in codes))
    columns = (ComparisonRow.left_claim, ComparisonRow.right_claim, ComparisonRow.agreement, ComparisonRow.similarity)
    return select(*columns, case((telling, ComparisonRow.reasons)))


def _as_bonds(session: Session, query: BondQuery, codes: Collection[str]) -> Iterator[Comparison]:
    for left, right, agreement, similarity, reasons in session.execute(query).all():
        yield Comparison(
            left=left,
            right=right,
            agreement=Agreement(agreement),
            similarity=similarity,
            reasons=tuple(reason_from_json(reason) for reason in reasons or () if reason["code"] in codes),
        )


def comparisons_of(session: Session, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
    found = {}
    for batch in batches(claim_ids):
        for here, there in (SIDES, SIDES[::-1]):
            query = select(*_COLUMNS).join(ClaimRow, ClaimRow.id == there).join(ArticleRow, is_current())
            for row in session.execute(query.where(here.in_(batch))):
                found[row.left_claim, row.right_claim] = comparison_from_row(row)
    return tuple(sorted(found.values(), key=_ends))


def component(session: Session, claim_ids: Iterable[str], agreements: Collection[Agreement]) -> frozenset[str]:
    ids: set[str] = set()
    for batch in batches(claim_ids):
        ids.update(session.scalars(select(_reach(batch, agreements).c.id)))
    return frozenset(ids)


def _reach(claim_ids: tuple[str, ...], agreements: Collection[Agreement]) -> CTE:
    # Told what it is not, PostgreSQL expects many, and looks them up by their ends even where it has counted nothing.
    others = sorted(agreement.value for agreement in Agreement if agreement not in agreements)
    start = select(ClaimRow.id).join(ArticleRow, is_current()).where(ClaimRow.id.in_(claim_ids))
    reach = start.cte("reach", recursive=True)
    # One search over either end: SQLite would copy the whole table for a union of both directions.
    touching = or_(ComparisonRow.left_claim == reach.c.id, ComparisonRow.right_claim == reach.c.id)
    other_end = case(
        (ComparisonRow.left_claim == reach.c.id, ComparisonRow.right_claim), else_=ComparisonRow.left_claim
    )
    step = (
        select(ClaimRow.id)
        .select_from(reach)
        .join(ComparisonRow, touching)
        .join(ClaimRow, ClaimRow.id == other_end)
        .join(ArticleRow, is_current())
        .where(ComparisonRow.agreement.not_in(others))
    )
    return reach.union(step)


def _ends(comparison: Comparison) -> tuple[str, str]:
    return comparison.left, comparison.right
