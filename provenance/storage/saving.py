"""Saving an article with its claims, so that reading it again stores nothing twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from provenance.errors import StoreError
from provenance.matching import Keys, day_number
from provenance.model import Article, Claim
from provenance.storage.batches import batches
from provenance.storage.claim_values import Placed, read_claims, select_claims
from provenance.storage.crediting import save_credits
from provenance.storage.groups import leave_groups
from provenance.storage.mapping import claim_to_row, links_to_rows, revision_to_row
from provenance.storage.passages import write_passages
from provenance.storage.postings import replace_keys
from provenance.storage.rows import ArticleRow, ClaimRow, LinkRow, ReprintRow, RevisionRow
from provenance.storage.upserting import upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it was read: its claims in force in their order, those set aside, by its id the keys of each in
    force that was not so before, and the digest of the outlet directory that its standings come from."""

    article: Article
    claims: tuple[Claim, ...]
    set_aside: tuple[Claim, ...]
    keys: Mapping[str, Keys]
    read_at: datetime
    directory: str | None


def save_reading(session: Session, reading: Reading) -> bool:
    """Whether the revision is new."""
    article = reading.article
    superseded = _make_current(session, article)
    known = session.get(RevisionRow, (article.id, article.sha256))
    session.merge(_revision(session, reading, known))
    session.flush()
    changed = _replace_claims(session, article, reading.claims, reading.set_aside)
    save_credits(session, article, reading.claims)
    if superseded or changed:
        either = or_(ReprintRow.left_article == article.id, ReprintRow.right_article == article.id)
        session.execute(delete(ReprintRow).where(either))
    write_passages(session, article, reading.claims)
    keys = {claim.id: keyed for claim in reading.claims if (keyed := reading.keys.get(claim.id))}
    days = dict.fromkeys(keys, day_number(article.published))
    replace_keys(session, {claim.id for claim in reading.set_aside} | keys.keys(), keys, days)
    return known is None


def _make_current(session: Session, article: Article) -> bool:
    """Whether another revision was current; its claims leave their groups and are no longer looked up."""
    row = session.get(ArticleRow, article.id)
    if row is None:
        session.add(ArticleRow(id=article.id, key=article.key, current_revision=article.sha256))
        session.flush()
        return False
    if row.current_revision == article.sha256:
        return False
    old = select(ClaimRow.id).where(ClaimRow.article_id == row.id, ClaimRow.revision == row.current_revision)
    superseded = session.scalars(old).all()
    leave_groups(session, superseded)
    replace_keys(session, superseded, {}, {})
    row.current_revision = article.sha256
    return True


def _revision(session: Session, reading: Reading, known: RevisionRow | None) -> RevisionRow:
    if known is not None:
        number, read_at = known.number, known.read_at
    else:
        count = select(func.count()).where(RevisionRow.article_id == reading.article.id)
        number, read_at = session.scalars(count).one() + 1, reading.read_at
    return revision_to_row(reading.article, number=number, read_at=read_at, directory=reading.directory)


def _replace_claims(
    session: Session, article: Article, claims: tuple[Claim, ...], set_aside: tuple[Claim, ...]
) -> bool:
    """Whether others are in force than before. A claim that stays in force keeps its comparisons and its group."""
    every = (*claims, *set_aside)
    wanted = {claim.id: Placed(position, position < len(claims), claim) for position, claim in enumerate(every)}
    if len(wanted) < len(every):
        raise StoreError(f"two claims of article {article.id} are the same: same place, same speaker")
    if any((claim.article_id, claim.revision) != (article.id, article.sha256) for claim in every):
        raise StoreError(f"not all claims belong to the revision of article {article.id} that is saved with them")
    query = select_claims().where(ClaimRow.article_id == article.id, ClaimRow.revision == article.sha256)
    stored = {placed.claim.id: placed for placed in read_claims(session, query)}
    leave_groups(session, stored.keys() - {claim.id for claim in claims})
    replace_keys(session, stored.keys() - wanted.keys(), {}, {})
    for batch in batches(stored.keys() - wanted.keys()):
        session.execute(delete(ClaimRow).where(ClaimRow.id.in_(batch)))
    _write(session, [place for claim_id, place in wanted.items() if stored.get(claim_id) != place])
    return _in_force(stored) != _in_force(wanted)


def _in_force(places: Mapping[str, Placed]) -> set[str]:
    return {claim_id for claim_id, placed in places.items() if placed.in_force}


def _write(session: Session, places: list[Placed]) -> None:
    upsert(
        session, ClaimRow, [claim_to_row(claim, position, in_force=in_force) for position, in_force, claim in places]
    )
    for batch in batches(claim.id for *_, claim in places):
        session.execute(delete(LinkRow).where(LinkRow.claim_id.in_(batch)))
    upsert(session, LinkRow, [link for *_, claim in places for link in links_to_rows(claim)])
