"""Which claims have a key: posting lists, one for each key and week, so that what was told in some weeks is read at
once, however many claims there are. A claim with its day takes twelve bytes of a list."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import CTE, ColumnElement, Integer, String, bindparam, cast, delete, func, insert, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from provenance.matching import (
    FAR_WEIGHT,
    UNDATED,
    Holders,
    Keys,
    Packed,
    day_number,
    days_compared,
    pack_stems,
    sharing_enough,
)
from provenance.model import digest
from provenance.storage.batches import batches
from provenance.storage.columns import Row
from provenance.storage.rows import PostedClaimRow, PostingRow
from provenance.storage.upserting import upsert

LONGEST_KEY = 64

WEEK = 7
"""Days."""

POSTING = np.dtype([("claim", "<u8"), ("day", "<i4")])
"""A claim by the number that its id writes in hexadecimal digits, and the day number of its article."""

ASKED_AT_ONCE = 100
"""Claims: bounds the memory."""

Posting = npt.NDArray[np.void]

Place = tuple[str, int]
"""Of a posting list: a key and a week."""

Asked = tuple[str, int, int]
"""A key, and the first and the last week in which it is looked for."""


class Posted(NamedTuple):
    """A claim with the day number of its article, its keys as they are stored, and its stems, packed."""

    claim_id: str
    day: int
    keys: tuple[str, ...]
    stems: bytes | None


def replace_keys(session: Session, claim_ids: Iterable[str], keys: Mapping[str, Keys], days: Mapping[str, int]) -> None:
    """These claims lose the keys that they have, and those in `keys`, which have none or are among them, get theirs."""
    had = set(_posted(session, claim_ids))
    get = {
        Posted(claim_id, days[claim_id], tuple(sorted({*map(stored_key, (*of.near, *of.far))})), pack_stems(of.stems))
        for claim_id, of in keys.items()
    }
    gone, added = _postings(had - get), _postings(get - had)
    held = _held(session, {*gone, *added})
    lists = {place: _without(claims, gone.get(place)) for place, claims in held.items()}
    lists |= {place: lists.get(place, b"") + claims.tobytes() for place, claims in added.items()}
    _write(session, {place: claims for place, claims in lists.items() if claims != held.get(place)})
    for batch in batches(each.claim_id for each in had - get):
        session.execute(delete(PostedClaimRow).where(PostedClaimRow.claim_id.in_(batch)))
    if rows := [each._asdict() for each in sorted(get - had, key=itemgetter(0))]:
        session.execute(insert(PostedClaimRow), rows)


def _posted(session: Session, claim_ids: Iterable[str]) -> Iterator[Posted]:
    query = select(PostedClaimRow.claim_id, PostedClaimRow.day, PostedClaimRow.keys, PostedClaimRow.stems)
    for batch in batches(claim_ids):
        for claim_id, day, keys, stems in session.execute(query.where(PostedClaimRow.claim_id.in_(batch))):
            yield Posted(claim_id, day, tuple(keys), stems)


def _without(claims: bytes, gone: Posting | None) -> bytes:
    if gone is None:
        return claims
    held = np.frombuffer(claims, POSTING)
    return held[~np.isin(held["claim"], gone["claim"])].tobytes()


def drop_keys(session: Session) -> None:
    """Those of all claims."""
    for rows in (PostingRow, PostedClaimRow):
        session.execute(delete(rows))


def candidates(session: Session, keys: Mapping[str, Keys], day: date | None, limit: int) -> dict[str, tuple[str, ...]]:
    """For each name in `keys` the ids of the claims that share enough, those that share most first."""
    names = sorted(keys)
    found: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(names), ASKED_AT_ONCE):
        part = names[start : start + ASKED_AT_ONCE]
        holders = _holders(session, [keys[name] for name in part], day_number(day))
        sharing = sharing_enough(holders, day_number(day), len(part), limit)
        found |= {name: tuple(map(_claim_id, claims.tolist())) for name, claims in zip(part, sharing, strict=True)}
    return found


def packed(session: Session, claim_ids: Iterable[str]) -> dict[str, Packed]:
    """Of claims that have keys."""
    query = select(PostedClaimRow.claim_id, PostedClaimRow.day, PostedClaimRow.stems)
    found: dict[str, Packed] = {}
    for batch in batches(claim_ids):
        rows = session.connection().execute(query.where(PostedClaimRow.claim_id.in_(batch))).all()
        found.update((claim_id, Packed(day, stems)) for claim_id, day, stems in rows)
    return found


def stored_key(key: str) -> str:
    """A long key by its digest: PostgreSQL's index takes no words of any length."""
    return key if len(key) <= LONGEST_KEY else digest(key)


def _postings(posted: Iterable[Posted]) -> dict[Place, Posting]:
    listed: defaultdict[Place, list[tuple[int, int]]] = defaultdict(list)
    for claim_id, day, keys, _ in sorted(posted, key=itemgetter(0)):
        for key in keys:
            listed[key, day // WEEK].append((int(claim_id[1:], 16), day))
    return {place: np.array(claims, POSTING) for place, claims in listed.items()}


def _held(session: Session, places: Collection[Place]) -> dict[Place, bytes]:
    """Of these posting lists those that there are."""
    if not places:
        return {}
    asked = [(key, week, week) for key, week in places]
    return {(asked[number][0], week): claims for number, week, claims in _find(session, asked)}


def _write(session: Session, lists: Mapping[Place, bytes]) -> None:
    """In place of what they were; of an empty one nothing is left."""
    filled = [{"key": key, "week": week, "claims": claims} for (key, week), claims in lists.items() if claims]
    upsert(session, PostingRow, filled)
    if emptied := [{"of": key, "at": week} for (key, week), claims in lists.items() if not claims]:
        table = Row.metadata.tables[PostingRow.__tablename__]
        which = (table.c.key == bindparam("of")) & (table.c.week == bindparam("at"))
        session.execute(delete(table).where(which), emptied)


def _holders(session: Session, keys: Sequence[Keys], day: int) -> Holders:
    """Who asks is told by the place of his keys."""
    asked = [
        (asker, weight, far, stored_key(key), weeks)
        for far, reach in ((False, _weeks(day)), (True, _weeks(UNDATED)))
        for asker, of in enumerate(keys)
        for key, weight in (dict.fromkeys(of.far, FAR_WEIGHT) if far else of.near).items()
        for weeks in reach
    ]
    lists = [(number, claims) for number, _, claims in _find(session, [(key, *weeks) for *_, key, weeks in asked])]
    rows = np.repeat(
        np.array([number for number, _ in lists], np.int64),
        [len(claims) // POSTING.itemsize for _, claims in lists],
    )
    claims = np.frombuffer(b"".join([claims for _, claims in lists]), POSTING)
    return Holders(
        askers=np.array([asker for asker, *_ in asked], np.int64)[rows],
        weights=np.array([weight for _, weight, *_ in asked], np.int64)[rows],
        far=np.array([far for _, _, far, *_ in asked], bool)[rows],
        claims=claims["claim"],
        days=claims["day"],
    )


def _weeks(day: int) -> list[tuple[int, int]]:
    """First and last, those in which claims lie that may be compared with one of this day; no week twice."""
    found: list[tuple[int, int]] = []
    for first, last in sorted((first // WEEK, last // WEEK) for first, last, _ in days_compared(day)):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _find(session: Session, asked: Sequence[Asked]) -> Iterable[tuple[int, int, bytes]]:
    """Posting lists, each with the place of who asks for it and its week."""
    given = _as_table(session, asked)
    wanted = (PostingRow.key == given.c.key) & PostingRow.week.between(given.c.first, given.c.last)
    query = select(given.c.number, PostingRow.week, PostingRow.claims).join(PostingRow, wanted)
    # Past the session, which would look at each of some thousand rows.
    return session.connection().execute(query).all()


def _as_table(session: Session, rows: Sequence[Asked]) -> CTE:
    """Numbered, in one parameter: a list of values takes longer to write than to look up."""
    given = bindparam("asked", json.dumps(rows), String)
    number: ColumnElement[int]
    parts: list[ColumnElement[Any]]  # Any: text or a number
    if session.get_bind().dialect.name == "sqlite":
        row = func.json_each(given).table_valued("value", "key").alias("given")
        number = row.c.key
        parts = [func.json_extract(row.c.value, f"$[{place}]") for place in range(3)]
    else:
        elements = func.jsonb_array_elements(cast(given, JSONB))
        row = elements.table_valued("value", with_ordinality="key").render_derived("given")
        number = row.c.key - 1
        parts = [row.c.value.op("->>")(place) for place in range(3)]
    columns = zip(
        (number, *parts), (Integer, String, Integer, Integer), ("number", "key", "first", "last"), strict=True
    )
    return select(*(cast(part, kind).label(name) for part, kind, name in columns)).cte("asked")


def _claim_id(number: int) -> str:
    return f"c{number:016x}"
