"""Claims with their chains, read as columns: as objects of the session they took twice the time."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Row as Selected
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from provenance.model import Claim
from provenance.storage.batches import batches
from provenance.storage.mapping import claim_from_row, link_from_row
from provenance.storage.rows import ClaimRow, LinkRow

_OF_CLAIMS = tuple(column for column in ClaimRow.__table__.columns if column.name != "folded")
_OF_LINKS = tuple(column for column in LinkRow.__table__.columns if column.name != "folded")


class Placed(NamedTuple):
    """A claim with its place in its revision, and whether it is in force."""

    position: int
    in_force: bool
    claim: Claim


def select_claims() -> Select[Any]:
    """All claims, to be narrowed; for `read_claims`. Any: columns of every type."""
    return select(*_OF_CLAIMS)


def read_claims(session: Session, query: Select[Any]) -> Iterator[Placed]:
    """In the order of the query."""
    rows = session.execute(query).all()
    links = _links_of(session, [row.id for row in rows])
    for row in rows:
        yield Placed(row.position, row.in_force, claim_from_row(row, map(link_from_row, links[row.id])))


def _links_of(session: Session, claim_ids: list[str]) -> dict[str, list[Selected[Any]]]:
    """By claim, from the page inwards."""
    found: dict[str, list[Selected[Any]]] = defaultdict(list)
    for batch in batches(claim_ids):
        query = select(*_OF_LINKS).where(LinkRow.claim_id.in_(batch))
        for link in session.execute(query.order_by(LinkRow.claim_id, LinkRow.position)):
            found[link.claim_id].append(link)
    return found
