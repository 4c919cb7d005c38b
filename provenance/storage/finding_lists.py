"""Lists of claims by what was found of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select, update
from sqlalchemy.orm import Session, aliased

from provenance.model import Caution, CautionCode, Mode, Role
from provenance.storage.batches import batches
from provenance.storage.finding_rows import (
    FindingCautionRow,
    FindingFamilyRow,
    FindingGroupRow,
    FindingRow,
    FindingStateRow,
)
from provenance.storage.findings import UNDATED_AGE, age_of
from provenance.storage.kept import ClaimOrder, FindingFilter, FoundClaim, StoredTotals
from provenance.storage.mapping import folded
from provenance.storage.passages import claims_with
from provenance.storage.rows import ArticleRow, ClaimRow, LinkRow

LATEST = (FindingRow.age, FindingRow.article_id, FindingRow.position)

CHOSEN = aliased(FindingCautionRow)
"""The caution by which claims are chosen, of several the first: where most claims have it, only a list of those that do
in its own order gives the first fifty without reading all."""

NONE = [0, 0]

LATEST_CHOSEN = (CHOSEN.age, CHOSEN.article_id, CHOSEN.position)

ORDERS: dict[ClaimOrder, tuple[Any, ...]] = {
    ClaimOrder.NEWEST: (),
    ClaimOrder.OLDEST: (FindingRow.age.desc(), FindingRow.article_id, FindingRow.position),
    ClaimOrder.MOST_TOLD: (FindingRow.group_size.desc(), FindingRow.group_id),
    ClaimOrder.LEAST_BACKED: (FindingRow.independent, FindingRow.origins),
    ClaimOrder.OUTLET: (FindingRow.publisher,),
    ClaimOrder.SPEAKER: ((FindingRow.speaker == ""), FindingRow.speaker),
}
"""Any: columns of every type, and how they are ordered."""


def list_found(session: Session, wanted: FindingFilter) -> tuple[FoundClaim, ...]:
    query = select(*(FindingRow.__table__.c[name] for name in _COLUMNS)).where(*_conditions(session, wanted))
    if wanted.cautions:
        query = query.join(CHOSEN, CHOSEN.claim_id == FindingRow.claim_id).where(*_chosen(wanted))
    query = query.order_by(*ORDERS[wanted.order], *(LATEST_CHOSEN if wanted.cautions else LATEST))
    rows = session.execute(query.limit(wanted.claims.limit).offset(wanted.claims.offset)).all()
    cautions = _cautions(session, (row.claim_id for row in rows))
    return tuple(
        FoundClaim(
            claim=row.claim_id,
            article=row.article_id,
            source=row.source,
            origins=row.origins,
            independent=row.independent,
            reasons=tuple(row.reasons),
            group=row.group_id,
            group_size=row.group_size,
            cautions=tuple(cautions[row.claim_id]),
        )
        for row in rows
    )


_COLUMNS = ("claim_id", "article_id", "source", "origins", "independent", "reasons", "group_id", "group_size")


def count_found(session: Session, wanted: FindingFilter) -> int:
    conditions = list(_conditions(session, wanted))
    query = select(func.count()).select_from(FindingRow if conditions or not wanted.cautions else CHOSEN)
    if wanted.cautions and conditions:
        query = query.join(CHOSEN, CHOSEN.claim_id == FindingRow.claim_id)
    query = query.where(*conditions, *(_chosen(wanted) if wanted.cautions else ()))
    return session.scalars(query).one()


def members_of(session: Session, group_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The claims of groups in force, sorted."""
    members: dict[str, list[str]] = defaultdict(list)
    for batch in batches(group_ids):
        query = select(FindingRow.group_id, FindingRow.claim_id).where(FindingRow.group_id.in_(batch))
        for group_id, claim_id in session.execute(query.order_by(FindingRow.group_id, FindingRow.claim_id)):
            members[group_id].append(claim_id)
    return {group_id: tuple(claims) for group_id, claims in members.items()}


def read_totals(session: Session) -> StoredTotals:
    kept = session.scalars(select(FindingStateRow.counted)).first()
    counted = _by_caution(session) if kept is None else kept
    return StoredTotals(
        articles=_count(session, ArticleRow),
        claims=_count(session, FindingRow),
        groups=_count(session, FindingGroupRow),
        circular=session.scalars(
            select(func.count()).select_from(FindingGroupRow).where(FindingGroupRow.circular)
        ).one(),
        cautions={code: counted.get(code.value, NONE)[0] for code in CautionCode},
        attributed={code: counted.get(code.value, NONE)[1] for code in CautionCode},
    )


def keep_counted(session: Session) -> None:
    """What is counted of all findings, until these change."""
    session.execute(update(FindingStateRow).values(counted=_by_caution(session)))


def _by_caution(session: Session) -> dict[str, list[int]]:
    """As `FindingStateRow.counted`."""
    attributed = func.sum(case((FindingCautionRow.own_voice, 0), else_=1))
    counted = select(FindingCautionRow.code, func.count(), attributed).where(~FindingCautionRow.again)
    rows = session.execute(counted.group_by(FindingCautionRow.code))
    return {code: [claims, int(of_others)] for code, claims, of_others in rows}


def _count(session: Session, of: type[Any]) -> int:  # Any: a class of rows
    return session.scalars(select(func.count()).select_from(of)).one()


def _cautions(session: Session, claim_ids: Iterable[str]) -> dict[str, list[Caution]]:
    """In the order of the rules."""
    found: dict[str, list[Caution]] = defaultdict(list)
    kept = FindingCautionRow
    columns = (kept.claim_id, kept.code, kept.text, kept.outlets)
    for batch in batches(claim_ids):
        query = select(*columns).where(kept.claim_id.in_(batch)).order_by(kept.claim_id, kept.place)
        for claim_id, code, text, outlets in session.execute(query):
            found[claim_id].append(Caution(code=CautionCode(code), text=text, outlets=tuple(outlets or ())))
    return found


def _chosen(wanted: FindingFilter) -> tuple[ColumnElement[bool], ...]:
    return CHOSEN.code == wanted.cautions[0].value, ~CHOSEN.again


def _conditions(session: Session, wanted: FindingFilter) -> Iterator[ColumnElement[bool]]:
    yield from _of_claim(wanted)
    for code in wanted.cautions[1:]:
        yield FindingRow.claim_id.in_(_claims_of(FindingCautionRow, FindingCautionRow.code == code.value))
    if wanted.source is not None:
        yield FindingRow.source == wanted.source
    if wanted.attributed is not None:
        yield FindingRow.attributed == wanted.attributed
    if wanted.own_voice is not None:
        yield (FindingRow.mode == Mode.OWN.value) == wanted.own_voice
    if wanted.state_affiliated is not None:
        yield FindingRow.state_affiliated == wanted.state_affiliated
    if wanted.family is not None:
        yield FindingRow.claim_id.in_(_claims_of(FindingFamilyRow, FindingFamilyRow.family == folded(wanted.family)))
    if wanted.groups:
        yield FindingRow.group_id.in_(wanted.groups)
    if wanted.words is not None and wanted.words.strip():
        yield from (FindingRow.claim_id.in_(found) for found in claims_with(session, wanted.words, wanted.names))


def _of_claim(wanted: FindingFilter) -> Iterator[ColumnElement[bool]]:
    """What `ClaimFilter` means, asked of what was found."""
    claims = wanted.claims
    if claims.article is not None:
        yield FindingRow.article_id == claims.article
    if claims.outlet is not None:
        yield FindingRow.claim_id.in_(_claims_of(LinkRow, LinkRow.outlet == claims.outlet))
    if claims.speaker is not None:
        named = LinkRow.folded.contains(folded(claims.speaker), autoescape=True)
        yield FindingRow.claim_id.in_(_claims_of(LinkRow, (LinkRow.role == Role.SPEAKER.value) & named))
    if claims.since is not None:
        yield FindingRow.age <= age_of(claims.since)
    if claims.until is not None:
        yield FindingRow.age >= age_of(claims.until)
    if claims.since is not None or claims.until is not None:
        yield FindingRow.age < UNDATED_AGE
    if claims.mode is not None:
        yield FindingRow.mode == claims.mode.value
    if claims.text is not None:
        folded_text = ClaimRow.folded.contains(folded(claims.text), autoescape=True)
        yield FindingRow.claim_id.in_(select(ClaimRow.id).where(folded_text))


def _claims_of(rows: type[Any], condition: ColumnElement[bool]) -> Select[Any]:  # Any: rows about a claim
    return select(rows.claim_id).where(condition)
