"""Who has how large a part in the claims of the store: outlets and speakers, counted by article when it is saved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session, aliased

from provenance.model import AgentKind, Agreement, Article, Claim, Link, Role
from provenance.storage.claim_values import read_claims, select_claims
from provenance.storage.mapping import folded
from provenance.storage.parts import DayTally, OutletPart, Part, Slice, SpeakerPart, Tally
from provenance.storage.rows import ArticleRow, ClaimRow, ComparisonRow, CreditRow, LinkRow, is_current
from provenance.storage.tallying import add_up, credits_of

Agent = tuple[str, str, str, str]
"""Role, kind, outlet and name, the last empty for an outlet of the directory: what makes two links one agent's."""


Counted = Select[str | None, str, str, str, int, int]
"""The columns of a tally."""


def save_credits(session: Session, article: Article, claims: Iterable[Claim]) -> None:
    """In place of those that the article had."""
    before = credits_of(session, article.id)
    session.execute(delete(CreditRow).where(CreditRow.article_id == article.id))
    holding: dict[Agent, set[str]] = defaultdict(set)
    names: dict[Agent, str] = {}
    for claim in claims:
        for link in claim.chain.links:
            agent = _agent(link)
            holding[agent].add(claim.id)
            names[agent] = min(names.get(agent, link.agent.name), link.agent.name)
    rows = [
        {
            "article_id": article.id,
            "position": position,
            "published": article.published,
            "role": agent[0],
            "kind": agent[1],
            "outlet": agent[2] or None,
            "name": names[agent],
            "folded": folded(names[agent]),
            "claims": len(holding[agent]),
        }
        for position, agent in enumerate(sorted(holding))
    ]
    if rows:
        session.execute(insert(CreditRow), rows)
    add_up(session, before, credits_of(session, article.id))


def _agent(link: Link) -> Agent:
    agent = link.agent
    return link.role.value, agent.kind.value, agent.outlet or "", "" if agent.outlet else folded(agent.name)


def tally_outlets(session: Session, outlets: Sequence[str]) -> dict[str, dict[Role, Tally]]:
    found: dict[str, dict[Role, Tally]] = defaultdict(dict)
    for tally in _tallies(session, _counted(CreditRow.outlet).where(CreditRow.outlet.in_(outlets))):
        found[tally.outlet or ""][tally.role] = tally
    return dict(found)


def tally_part(session: Session, part: Part) -> tuple[Tally, ...]:
    """By kind: a name may be a person's and a document's."""
    return _tallies(session, _counted(CreditRow.folded).where(*_of(CreditRow, part)).order_by(CreditRow.kind))


def days_of(session: Session, part: Part) -> tuple[DayTally, ...]:
    query = select(CreditRow.published, func.sum(CreditRow.claims)).where(*_of(CreditRow, part))
    rows = session.execute(query.group_by(CreditRow.published).order_by(CreditRow.published.nulls_last()))
    return tuple(DayTally(day, claims) for day, claims in rows)


def claims_of_part(session: Session, part: Part, wanted: Slice) -> tuple[Claim, ...]:
    """The articles of the slice are found by their counts alone, and the claims of these are read."""
    by_article = (
        select(CreditRow.article_id, CreditRow.published, func.sum(CreditRow.claims).label("claims"))
        .where(*_of(CreditRow, part))
        .group_by(CreditRow.article_id, CreditRow.published)
        .subquery()
    )
    order = (by_article.c.published.desc().nulls_last(), by_article.c.article_id)
    upto = func.sum(by_article.c.claims).over(order_by=order, rows=(None, 0)).label("upto")
    placed = select(by_article, upto).subquery()
    met = placed.c.upto > wanted.offset
    if wanted.limit is not None:
        met &= placed.c.upto - placed.c.claims < wanted.offset + wanted.limit
    before = placed.c.upto - placed.c.claims
    rows = session.execute(select(placed.c.article_id, before.label("before")).where(met))
    places = {row.article_id: int(row.before) for row in rows}
    found = _claims_in(session, part, places)
    start = wanted.offset - min(places.values(), default=0)
    return found[start : None if wanted.limit is None else start + wanted.limit]


def _claims_in(session: Session, part: Part, places: Mapping[str, int]) -> tuple[Claim, ...]:
    """Of these articles, which stand in the order of their places."""
    near = select(ClaimRow.id).join(ArticleRow, is_current()).where(ClaimRow.article_id.in_(places))
    ids = session.scalars(
        select(LinkRow.claim_id).where(LinkRow.claim_id.in_(session.scalars(near).all()), *_read_from(LinkRow, part))
    )
    found = read_claims(session, select_claims().where(ClaimRow.id.in_(set(ids))))
    return tuple(each.claim for each in sorted(found, key=lambda each: (places[each.claim.article_id], each.position)))


def publishers_crediting(session: Session, carrier: OutletPart, wanted: Slice) -> tuple[Tally, ...]:
    """The publishers of the articles that credit the outlet, with how many of their claims do."""
    credit, publisher = aliased(CreditRow), aliased(CreditRow)
    printed_by = (publisher.article_id == credit.article_id) & (publisher.role == Role.PUBLISHER.value)
    query = _counted(_key(publisher), publisher, credit.claims).join(credit, printed_by).where(*_of(credit, carrier))
    return _tallies(session, _most_first(query, wanted, publisher, credit.claims))


def credited_beside(session: Session, carrier: OutletPart, wanted: Slice) -> tuple[Tally, ...]:
    """Other outlets that are credited in the articles which credit this one, with how many of these do."""
    credit, beside = aliased(CreditRow), aliased(CreditRow)
    together = (beside.article_id == credit.article_id) & (beside.role == Role.CARRIER.value)
    query = (
        _counted(_key(beside), beside)
        .join(credit, together)
        .where(
            *_of(credit, carrier),
            or_(beside.outlet.is_(None), beside.outlet != carrier.outlet),
            ~_is_called(beside, carrier),
        )
        .order_by(func.count().desc(), func.min(beside.name), func.min(beside.outlet))
    )
    return _tallies(session, query.limit(wanted.limit).offset(wanted.offset))


def outlets_of_speaker(session: Session, part: SpeakerPart) -> tuple[Tally, ...]:
    """Through which outlets the speaker's words come: the publishers and carriers of the claims, in how many."""
    said, way = aliased(LinkRow), aliased(LinkRow)
    outlet = func.coalesce(way.outlet, way.folded)
    query = (
        select(
            func.min(way.outlet),
            func.min(way.name),
            func.min(way.kind),
            way.role,
            func.count(way.claim_id.distinct()),
            func.count(ClaimRow.article_id.distinct()),
        )
        .select_from(said)
        .join(ClaimRow, ClaimRow.id == said.claim_id)
        .join(ArticleRow, is_current())
        .join(way, way.claim_id == said.claim_id)
        .where(*_of(said, part), way.role != Role.SPEAKER.value)
        .group_by(outlet, way.role)
        .order_by(func.count(way.claim_id.distinct()).desc(), func.min(way.name))
    )
    return _tallies(session, query)


def cues_of(session: Session, part: Part) -> dict[str, int]:
    """By which words claims are attributed, to in how many; those without such words are left out."""
    query = (
        select(ClaimRow.cue, func.count(ClaimRow.id.distinct()))
        .join(ArticleRow, is_current())
        .join(LinkRow, LinkRow.claim_id == ClaimRow.id)
        .where(*_of(LinkRow, part), ClaimRow.cue.is_not(None))
        .group_by(ClaimRow.cue)
    )
    return {cue: claims for cue, claims in session.execute(query) if cue is not None}


def count_contradicted(session: Session, part: Part) -> int:
    """How many of the claims another claim contradicts, by what the machine reads in their words."""
    other, whose = aliased(ClaimRow), aliased(ArticleRow)
    sides = (ComparisonRow.left_claim, ComparisonRow.right_claim)
    either = or_(
        *(
            select(here)
            .join(other, other.id == there)
            .join(whose, and_(whose.id == other.article_id, whose.current_revision == other.revision))
            .where(here == ClaimRow.id, ComparisonRow.agreement == Agreement.CONFLICTS.value, other.in_force)
            .exists()
            for here, there in (sides, sides[::-1])
        )
    )
    query = (
        select(func.count(ClaimRow.id.distinct()))
        .join(ArticleRow, is_current())
        .join(LinkRow, LinkRow.claim_id == ClaimRow.id)
        .where(*_of(LinkRow, part), either)
    )
    return session.scalars(query).one()


def _key(row: type[CreditRow]) -> ColumnElement[str]:
    """An outlet of the directory by its id, another by its name."""
    return func.coalesce(row.outlet, row.folded)


def _counted(
    key: SQLColumnExpression[Any], row: type[CreditRow] = CreditRow, claims: SQLColumnExpression[int] | None = None
) -> Counted:
    """One row an agent: an article has an agent in one row of a role."""
    return select(
        func.min(row.outlet),
        func.min(row.name),
        row.kind,
        row.role,
        func.sum(row.claims if claims is None else claims),
        func.count(),
    ).group_by(key, row.kind, row.role)


def _most_first(
    query: Counted, wanted: Slice, row: type[CreditRow] = CreditRow, claims: SQLColumnExpression[int] | None = None
) -> Counted:
    most = func.sum(row.claims if claims is None else claims).desc()
    ordered = query.order_by(most, func.min(row.name), func.min(row.outlet), row.kind)
    return ordered.limit(wanted.limit).offset(wanted.offset)


def _tallies(session: Session, query: Counted) -> tuple[Tally, ...]:
    return tuple(
        Tally(outlet=outlet, name=name, kind=AgentKind(kind), role=Role(role), claims=claims, articles=articles)
        for outlet, name, kind, role, claims, articles in session.execute(query)
    )


def _of(row: Any, part: Part) -> tuple[ColumnElement[bool], ...]:  # Any: links or credits, which share these columns
    if isinstance(part, OutletPart):
        return _is(row, part), row.role == part.role.value
    return row.folded == folded(part.name), *_speaker(row, part.unnamed)


def _is(row: Any, part: OutletPart) -> ColumnElement[bool]:  # Any: as above
    return or_(row.outlet == part.outlet, _is_called(row, part)) if part.names else row.outlet == part.outlet


def _is_called(row: Any, part: OutletPart) -> ColumnElement[bool]:  # Any: as above
    return and_(_unknown(row), row.folded.in_([folded(name) for name in part.names]))


def _unknown(row: Any) -> ColumnElement[bool]:  # Any: as above
    """An outlet that the directory did not know when the article was read."""
    return and_(row.kind == AgentKind.OUTLET.value, row.outlet.is_(None))


def _read_from(row: Any, part: Part) -> tuple[ColumnElement[bool], ...]:  # Any: as above
    """As `_of`, of rows that other conditions name already: SQLite, without statistics, would go through all rows of
    the agent instead, and does not where a column is wrapped."""
    if isinstance(part, OutletPart):
        called = func.coalesce(row.folded, "").in_([folded(name) for name in part.names])
        is_it = or_(func.coalesce(row.outlet, "") == part.outlet, _unknown(row) & called)
        return is_it, row.role == part.role.value
    return func.coalesce(row.folded, "") == folded(part.name), *_speaker(row, part.unnamed)


def _speaker(row: Any, unnamed: bool) -> tuple[ColumnElement[bool], ...]:
    nameless = row.kind == AgentKind.UNNAMED.value
    return row.role == Role.SPEAKER.value, nameless if unnamed else ~nameless
