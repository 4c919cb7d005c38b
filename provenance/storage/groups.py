"""Groups of claims that say the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session, aliased

from provenance.matching import find_changes
from provenance.model import Group, GroupChange
from provenance.storage.batches import batches
from provenance.storage.ids import begins
from provenance.storage.rows import GroupChangeRow, MemberRow
from provenance.storage.upserting import upsert

_ID = re.compile(r"g[0-9a-f]{1,16}")


def save_groups(session: Session, groups: Iterable[Group], now: datetime) -> None:
    """The claims leave the groups they were in. What stays as it was is not touched: whoever watches the members would
    take it for a change."""
    wanted = tuple(groups)
    were, staying = _leave(session, {claim_id for group in wanted for claim_id in group.claims})
    _replace(session, were, (*wanted, *staying))
    changes = find_changes(were, (*wanted, *staying))
    if changes:
        last = session.scalars(select(func.max(GroupChangeRow.id))).one() or 0
        rows = [
            {"id": last + number, "before": _listed(before), "after": _listed(after), "made_at": now}
            for number, (before, after) in enumerate(changes, start=1)
        ]
        session.execute(insert(GroupChangeRow), rows)


def leave_groups(session: Session, claim_ids: Iterable[str]) -> None:
    """Those who stay behind keep together, and their group is named after the smallest of them."""
    were, staying = _leave(session, set(claim_ids))
    _replace(session, were, staying)


def _leave(session: Session, leaving: set[str]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The groups in which any of them are, and what would be left of these."""
    left: set[str] = set()
    for batch in batches(leaving):
        left.update(session.scalars(select(MemberRow.group_id).where(MemberRow.claim_id.in_(batch))))
    before = _groups(session, left)
    return before, tuple(
        Group(claims=tuple(sorted(claims))) for group in before if (claims := set(group.claims) - leaving)
    )


def _replace(session: Session, before: Iterable[Group], after: Iterable[Group]) -> None:
    were, made = _homes(before), _homes(after)
    for batch in batches(were.keys() - made.keys()):
        session.execute(delete(MemberRow).where(MemberRow.claim_id.in_(batch)))
    moved = sorted(claim_id for claim_id, home in made.items() if were.get(claim_id) != home)
    upsert(session, MemberRow, [{"claim_id": claim_id, "group_id": made[claim_id]} for claim_id in moved])


def _homes(groups: Iterable[Group]) -> dict[str, str]:
    return {claim_id: group.id for group in groups for claim_id in group.claims}


def group_changes(session: Session) -> tuple[GroupChange, ...]:
    rows = session.scalars(select(GroupChangeRow).order_by(GroupChangeRow.id))
    return tuple(
        GroupChange(before=_from_lists(row.before), after=_from_lists(row.after), made_at=row.made_at) for row in rows
    )


def _listed(groups: Iterable[Group]) -> list[list[str]]:
    return [list(group.claims) for group in groups]


def _from_lists(lists: list[list[str]]) -> tuple[Group, ...]:
    return tuple(Group(claims=tuple(claims)) for claims in lists)


def groups_of(session: Session, claim_ids: Iterable[str]) -> tuple[Group, ...]:
    found: set[Group] = set()
    for batch in batches(claim_ids):
        own = aliased(MemberRow)
        query = select(MemberRow.group_id, MemberRow.claim_id).join(own, own.group_id == MemberRow.group_id)
        found.update(_read(session, query.where(own.claim_id.in_(batch)).distinct()))
    return tuple(sorted(found, key=lambda group: group.id))


def groups_named(session: Session, name: str) -> tuple[Group, ...]:
    """By the first characters of their ids. A group that bore this name before another claim joined it, or before it
    was merged, is found by the claim it was named after."""
    if not _ID.fullmatch(name):
        return ()
    query = select(MemberRow.group_id).where(begins(MemberRow.group_id, name)).distinct()
    once = select(MemberRow.group_id).where(begins(MemberRow.claim_id, f"c{name[1:]}")).distinct()
    return _groups(session, session.scalars(query).all() or session.scalars(once).all())


def list_groups(session: Session, least: int, limit: int | None, offset: int) -> tuple[Group, ...]:
    """The largest first."""
    size = func.count()
    query = select(MemberRow.group_id).group_by(MemberRow.group_id).having(size >= least)
    ids = session.scalars(query.order_by(size.desc(), MemberRow.group_id).limit(limit).offset(offset)).all()
    by_id = {group.id: group for group in _groups(session, ids)}
    return tuple(by_id[group_id] for group_id in ids)


def count_groups(session: Session, least: int) -> int:
    sizes = select(MemberRow.group_id).group_by(MemberRow.group_id).having(func.count() >= least).subquery()
    return session.scalars(select(func.count()).select_from(sizes)).one()


def _groups(session: Session, group_ids: Iterable[str]) -> tuple[Group, ...]:
    of_groups = (MemberRow.group_id.in_(batch) for batch in batches(group_ids))
    queries = (select(MemberRow.group_id, MemberRow.claim_id).where(condition) for condition in of_groups)
    return tuple(group for query in queries for group in _read(session, query))


def _read(session: Session, query: Select[str, str]) -> Iterator[Group]:
    """By id; the query gives groups with their claims."""
    members = defaultdict(list)
    for group_id, claim_id in session.execute(query.order_by(MemberRow.group_id, MemberRow.claim_id)):
        members[group_id].append(claim_id)
    return (Group(claims=tuple(claims)) for claims in members.values())
