"""How large a part an agent has in the claims of the whole store: the credits of all articles, added up whenever an
article is saved. Adding them up for whoever looks takes the longer the more is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, RowMapping, Select, delete, func, insert, select
from sqlalchemy.orm import Session

from provenance.model import AgentKind, Role
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.letters import fold
from provenance.storage.mapping import Columns, folded
from provenance.storage.parts import Slice, Tally
from provenance.storage.rows import CreditRow, TallyRow

TALLIES = Row.metadata.tables[TallyRow.__tablename__]

MOST_FIRST = (TallyRow.claims.desc(), TallyRow.name, TallyRow.outlet, TallyRow.kind)


class Credit(NamedTuple):
    """An agent's part in one article."""

    role: str
    kind: str
    outlet: str | None
    name: str
    folded: str
    claims: int


class Key(NamedTuple):
    """What is added up: the credits of an outlet of the directory as one that prints or carries, by its id; those of
    anybody else, and of all speakers, by name."""

    role: str
    kind: str
    known: bool
    key: str


def key_of(credit: Credit) -> Key:
    known = credit.outlet is not None and credit.role != Role.SPEAKER.value
    return Key(credit.role, credit.kind, known, credit.outlet if known and credit.outlet else credit.folded)


def credits_of(session: Session, article_id: str) -> set[Credit]:
    columns = (getattr(CreditRow, name) for name in Credit._fields)
    return {Credit(*row) for row in session.execute(select(*columns).where(CreditRow.article_id == article_id))}


def add_up(session: Session, before: set[Credit], after: set[Credit]) -> None:
    """An article's credits were those, and are these. What is only added to is read from the sums; where something is
    taken away all credits are added up again, for nobody knows whose name the sum bears."""
    less = {key_of(credit) for credit in before - after}
    more: dict[Key, list[Credit]] = {}
    for credit in after - before:
        more.setdefault(key_of(credit), []).append(credit)
    touched = less | more.keys()
    if not touched:
        return
    held = _held(session, touched)
    session.execute(delete(TallyRow).where(TallyRow.id.in_([tally["id"] for tally in held.values()])))
    rows = [
        row
        for key in sorted(touched)
        if (row := _again(session, key) if key in less else _sum(key, more[key], held.get(key)))
    ]
    if rows:
        session.execute(insert(TALLIES), rows)


def _held(session: Session, keys: Iterable[Key]) -> dict[Key, RowMapping]:
    wanted = set(keys)
    found: dict[Key, RowMapping] = {}
    for batch in batches(key.key for key in wanted):
        for row in session.execute(select(TALLIES).where(TALLIES.c.key.in_(batch))).mappings():
            key = Key(row["role"], row["kind"], row["known"], row["key"])
            if key in wanted:
                found[key] = row
    return found


def _sum(key: Key, added: Iterable[Credit], held: RowMapping | None) -> Columns:
    parts = list(added)
    outlets = [part.outlet for part in parts if part.outlet]
    names = [part.name for part in parts]
    if held is not None:
        names.append(held["name"])
        outlets += [held["outlet"]] if held["outlet"] else []
    return _row(
        key,
        outlet=min(outlets, default=None),
        name=min(names),
        claims=sum(part.claims for part in parts) + (held["claims"] if held else 0),
        articles=len(parts) + (held["articles"] if held else 0),
    )


def _again(session: Session, key: Key) -> Columns | None:
    """None where nothing is left."""
    query = select(CreditRow.outlet, CreditRow.name, CreditRow.claims).where(*_of(key))
    parts = session.execute(query).all()
    if not parts:
        return None
    return _row(
        key,
        outlet=min((part.outlet for part in parts if part.outlet), default=None),
        name=min(part.name for part in parts),
        claims=sum(part.claims for part in parts),
        articles=len(parts),
    )


def _of(key: Key) -> Iterable[ColumnElement[bool]]:
    yield CreditRow.role == key.role
    yield CreditRow.kind == key.kind
    yield (CreditRow.outlet if key.known else CreditRow.folded) == key.key
    if not key.known and key.role != Role.SPEAKER.value:
        yield CreditRow.outlet.is_(None)


def _row(key: Key, *, outlet: str | None, name: str, claims: int, articles: int) -> Columns:
    return {
        **key._asdict(),
        "unnamed": key.kind == AgentKind.UNNAMED.value,
        "outlet": outlet,
        "name": name,
        "words": fold(name),
        "claims": claims,
        "articles": articles,
    }


def tally_directory(session: Session) -> tuple[Tally, ...]:
    """Of the outlets of the directory, one for each role of printing and carrying."""
    return _tallies(session, select(TallyRow).where(TallyRow.known))


def list_strangers(session: Session, names: Sequence[str] | None, wanted: Slice) -> tuple[Tally, ...]:
    strangers = (TallyRow.role == Role.CARRIER.value, TallyRow.kind == AgentKind.OUTLET.value, ~TallyRow.known)
    query = select(TallyRow).where(*strangers)
    if names is not None:
        query = query.where(TallyRow.key.in_([folded(name) for name in names]))
    return _tallies(session, query.order_by(*MOST_FIRST).limit(wanted.limit).offset(wanted.offset))


def list_speakers(
    session: Session, unnamed: bool, words: str | None, kind: AgentKind | None, wanted: Slice
) -> tuple[Tally, ...]:
    """A name is one speaker, whatever kinds of agent bear it."""
    asked = [*_speaking(unnamed, words), *([] if kind is None else [TallyRow.kind == kind.value])]
    order = (func.sum(TallyRow.claims).desc(), func.min(TallyRow.name), TallyRow.key)
    query = select(TallyRow.key).where(*asked).group_by(TallyRow.key).order_by(*order)
    keys = session.scalars(query.limit(wanted.limit).offset(wanted.offset)).all()
    bearers: dict[str, list[Tally]] = {key: [] for key in keys}
    for batch in batches(keys):
        borne = select(TallyRow).where(*asked, TallyRow.key.in_(batch))
        for row in session.scalars(borne.order_by(TallyRow.claims.desc(), TallyRow.kind)):
            bearers[row.key].append(_tally(row))
    return tuple(_as_one(session, key, found) for key, found in bearers.items())


def _as_one(session: Session, key: str, bearers: Sequence[Tally]) -> Tally:
    """With the kind of most claims; an article in which several kinds bear the name counts once."""
    first = bearers[0]
    if len(bearers) == 1:
        return first
    kinds = [bearer.kind.value for bearer in bearers]
    named = (CreditRow.role == Role.SPEAKER.value, CreditRow.folded == key, CreditRow.kind.in_(kinds))
    return replace(
        first,
        name=min(bearer.name for bearer in bearers),
        claims=sum(bearer.claims for bearer in bearers),
        articles=session.scalars(select(func.count(CreditRow.article_id.distinct())).where(*named)).one(),
    )


def count_speakers(session: Session, unnamed: bool, words: str | None) -> int:
    """Names."""
    return session.scalars(select(func.count(TallyRow.key.distinct())).where(*_speaking(unnamed, words))).one()


def _speaking(unnamed: bool, words: str | None) -> Iterable[ColumnElement[bool]]:
    yield TallyRow.role == Role.SPEAKER.value
    yield TallyRow.unnamed == unnamed
    if words is not None:
        yield TallyRow.words.contains(fold(words), autoescape=True)


def _tallies(session: Session, query: Select[TallyRow]) -> tuple[Tally, ...]:
    return tuple(map(_tally, session.scalars(query)))


def _tally(row: TallyRow) -> Tally:
    return Tally(
        outlet=row.outlet,
        name=row.name,
        kind=AgentKind(row.kind),
        role=Role(row.role),
        claims=row.claims,
        articles=row.articles,
    )
