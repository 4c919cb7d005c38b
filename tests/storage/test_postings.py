"""Posting lists: they hold what the claims in force have, whatever came and went, and as migrations make them."""

from dataclasses import replace
from datetime import date

import numpy as np
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from provenance.storage import open_store
from provenance.storage.address import parse_address
from provenance.storage.connecting import connect
from provenance.storage.postings import POSTING, WEEK
from provenance.storage.rows import PostedClaimRow, PostingRow
from tests.builders import a_claim, an_article, some_keys
from tests.storage.conftest import NOW
from tests.storage.test_migrations import migrating

LONG = "ж" * 100

READINGS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["It began.", "It ended."]),
        st.sampled_from([None, date(2025, 6, 1), date(2025, 6, 9)]),
        st.lists(st.lists(st.sampled_from(["rain", "day", "bank", LONG]), unique=True, max_size=4), max_size=3),
    ),
    min_size=1,
    max_size=6,
)
"""Of an article by number: its text, its day, and the keys of each of its claims."""


def lists(database: str) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """By key and week the claims with their days, as they are stored."""
    with connect(parse_address(database)) as connection:
        rows = connection.execute(select(PostingRow.key, PostingRow.week, PostingRow.claims)).all()
    return {(key, week): sorted(np.frombuffer(claims, POSTING).tolist()) for key, week, claims in rows}


def posted(database: str) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """The same, of the keys that each claim has."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    with connect(parse_address(database)) as connection:
        for claim, day, keys in connection.execute(
            select(PostedClaimRow.claim_id, PostedClaimRow.day, PostedClaimRow.keys)
        ):
            for key in keys:
                found.setdefault((key, day // WEEK), []).append((int(claim[1:], 16), day))
    return {place: sorted(claims) for place, claims in found.items()}


def read(database: str, number: int, text: str, day: date | None, keys: list[list[str]]) -> set[str]:
    """Reads an article; its claims, by id, have these keys, as many claims as there are lists of them."""
    article = replace(an_article(text, url=f"https://example.org/{number}"), published=day)
    claims = [a_claim(article=article, start=40 * place) for place in range(len(keys))]
    with open_store(database, now=NOW) as store:
        given_keys = {claim.id: some_keys(*of) for claim, of in zip(claims, keys, strict=True)}
        store.save_article(article, claims, keys=given_keys, read_at=NOW)
        store.commit()
    return {claim.id for claim in claims}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings=READINGS)
def test_the_lists_hold_the_claims_in_force_and_nothing_else(
    database: str, readings: list[tuple[int, str, date | None, list[list[str]]]]
) -> None:
    for number, text, day, keys in readings:
        claims = read(database, number, text, day, keys)
        with connect(parse_address(database)) as connection:
            stored = set(connection.scalars(select(PostedClaimRow.claim_id)))
        assert claims <= stored
        assert lists(database) == posted(database)


def test_a_store_that_was_migrated_holds_the_same_lists(database: str) -> None:
    read(database, 1, "It began.", date(2025, 6, 1), [["rain", "day"], ["rain", LONG]])
    read(database, 2, "It ended.", date(2025, 6, 2), [["rain"], []])
    read(database, 3, "It rained.", None, [["rain", "bank"]])
    before = lists(database), posted(database)
    assert before[0]
    for target in ("0021", "head"):
        with migrating(database) as (config, _):
            (command.downgrade if target == "0021" else command.upgrade)(config, target)
    assert (lists(database), posted(database)) == before
