"""Claims: listed by filter, found by the keys they share, in few statements."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import InvalidOption
from provenance.matching import Frequencies, day_number, number_keys, parse_frequencies, read_keys
from provenance.matching import candidates as all_candidates
from provenance.matching.policy import CLOSE_DAYS, COMPARED_DAYS
from provenance.model import Article, Claim, Mode, StateAffiliation
from provenance.storage import ClaimFilter, Store, open_store
from tests.builders import a_carrier, a_claim, a_standing, an_article, some_keys
from tests.storage.conftest import NOW
from tests.storage.counting import counted_statements

KEYS = ("return", "child", "339")
WORDS = (
    "Umerov",
    "Istanbul",
    "339",
    "children",
    "returned",
    "delegation",
    "said",
    "helicopter",
    "bank",
    "Lagos",
    "list",
)


DAY = date(2025, 6, 2)


def save(store: Store, article: Article, keys_of: dict[Claim, tuple[str, ...]]) -> None:
    keys = {claim.id: some_keys(*keys) for claim, keys in keys_of.items()}
    store.save_article(article, keys_of, keys=keys, read_at=NOW)


def candidates(store: Store, *near: str, day: date | None = DAY, limit: int = 100) -> tuple[str, ...]:
    return store.candidates_of({"": some_keys(*near)}, day=day, limit=limit)[""]


def an_article_number(number: int, text: str = "Russia will return 339 children.") -> Article:
    return an_article(text, url=f"https://example.org/{number}")


@pytest.fixture
def told(store: Store) -> dict[str, Claim]:
    """Claims of two articles, by what is special about them."""
    affiliated = a_standing(state_affiliated=StateAffiliation.YES)
    disputed = a_standing(state_affiliated=StateAffiliation.DISPUTED)
    june = an_article("Text.", url="https://example.org/june", published=date(2025, 6, 2))
    july = an_article("Text.", url="https://example.org/july", published=date(2025, 7, 1))
    undated = an_article("Text.", url="https://example.org/undated", published=None)
    claims = {
        "tass": a_claim("Обмен начнётся", article=june, carriers=[a_carrier("TASS", standing=affiliated)]),
        "own": a_claim("50% agreed", article=june, mode=Mode.OWN, speaker=None, start=40),
        "interfax": a_claim("It began", article=july, carriers=[a_carrier("Interfax", standing=disputed)]),
        "Умеров": a_claim("It ended", article=july, speaker="Рустем Умеров", start=40),
        "undated": a_claim("It rained", article=undated),
    }
    for article in (june, july, undated):
        save(store, article, {claim: () for claim in claims.values() if claim.article_id == article.id})
    return claims


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(), ["interfax", "Умеров", "tass", "own", "undated"]),
        (ClaimFilter(limit=2, offset=1), ["Умеров", "tass"]),
        (ClaimFilter(outlet="tass"), ["tass"]),
        (ClaimFilter(outlet="example-times", until=date(2025, 6, 2)), ["tass", "own"]),
        (ClaimFilter(since=date(2025, 6, 3)), ["interfax", "Умеров"]),
        (ClaimFilter(speaker="УМЕР"), ["Умеров"]),
        (ClaimFilter(speaker="tass"), []),
        (ClaimFilter(mode=Mode.OWN), ["own"]),
        (ClaimFilter(text="обмен НАЧ"), ["tass"]),
        (ClaimFilter(text="0% a"), ["own"]),
        (ClaimFilter(text="_"), []),
        (ClaimFilter(state_affiliated=(StateAffiliation.YES,)), ["tass"]),
        (ClaimFilter(state_affiliated=(StateAffiliation.YES, StateAffiliation.DISPUTED)), ["interfax", "tass"]),
        (ClaimFilter(outlet="interfax", text="ended"), []),
    ],
)
def test_claims_are_listed_by_filter(
    store: Store, told: dict[str, Claim], wanted: ClaimFilter, found: list[str]
) -> None:
    assert store.claims(wanted) == tuple(told[name] for name in found)


def test_claims_are_listed_by_article(store: Store, told: dict[str, Claim]) -> None:
    assert store.claims(ClaimFilter(article=told["own"].article_id)) == (told["tass"], told["own"])


def test_an_impossible_filter_is_refused() -> None:
    with pytest.raises(InvalidOption, match="--since must not be after --until"):
        ClaimFilter(since=date(2025, 6, 3), until=date(2025, 6, 2))


def test_an_articles_claims_come_in_the_order_they_were_saved_in(store: Store) -> None:
    article = an_article()
    claims = tuple(a_claim(article=article, start=start) for start in (40, 0, 10))
    save(store, article, dict.fromkeys(claims, KEYS))
    other = an_article_number(1)
    save(store, other, {a_claim(article=other): KEYS})
    assert store.claims_of(article.id) == claims
    assert store.claims_of_articles([other.id, article.id, "a0"]) == {
        article.id: claims,
        other.id: (a_claim(article=other),),
    }


def test_candidates_share_enough_rare_stems_and_those_that_share_most_come_first(store: Store) -> None:
    articles = [an_article_number(number) for number in range(4)]
    keys = [KEYS, KEYS[:2], KEYS[:1], ("else", "where")]
    claims = [a_claim(article=article) for article in articles]
    for article, claim, of_claim in zip(articles, claims, keys, strict=True):
        save(store, article, {claim: of_claim})
    all_three, two, *_ = (claim.id for claim in claims)
    assert candidates(store, *KEYS) == (all_three, two)
    assert candidates(store, *KEYS, limit=1) == (all_three,)
    assert candidates(store, *KEYS[:1]) == candidates(store) == ()


def test_candidates_that_share_as_much_come_by_id(store: Store) -> None:
    claims = []
    for number in range(6):
        article = an_article_number(number)
        claims.append(a_claim(article=article))
        save(store, article, {claims[-1]: KEYS})
    expected = tuple(sorted(claim.id for claim in claims))
    assert candidates(store, *reversed(KEYS)) == expected
    assert candidates(store, *KEYS, limit=4) == expected[:4]


@pytest.mark.parametrize(
    ("stored", "asked", "found"),
    [
        (DAY, DAY + timedelta(days=COMPARED_DAYS), True),
        (DAY, DAY - timedelta(days=COMPARED_DAYS), True),
        (DAY, DAY + timedelta(days=COMPARED_DAYS + 1), False),
        (DAY, DAY - timedelta(days=COMPARED_DAYS + 1), False),
        (None, DAY, True),
        (DAY, None, True),
        (None, None, True),
    ],
)
def test_candidates_are_of_days_close_by_unless_a_day_is_not_known(
    store: Store, stored: date | None, asked: date | None, found: bool
) -> None:
    article = replace(an_article_number(1), published=stored)
    claim = a_claim(article=article)
    save(store, article, {claim: KEYS})
    assert candidates(store, *KEYS, day=asked) == ((claim.id,) if found else ())


@pytest.mark.parametrize(("apart", "two", "three"), [(CLOSE_DAYS, True, True), (CLOSE_DAYS + 1, False, True)])
@pytest.mark.parametrize("way", [1, -1])
def test_candidates_of_days_further_away_must_share_more(
    store: Store, apart: int, two: bool, three: bool, way: int
) -> None:
    article = replace(an_article_number(1), published=DAY)
    claim = a_claim(article=article)
    save(store, article, {claim: KEYS})
    day = DAY + way * timedelta(days=apart)
    found = [bool(candidates(store, *KEYS[:number], day=day)) for number in (2, 3)]
    assert found == [two, three]


def test_what_is_told_again_in_like_words_is_found_however_long_ago(store: Store) -> None:
    article = replace(an_article_number(1), published=DAY)
    claim = a_claim(article=article)
    store.save_article(article, [claim], keys={claim.id: some_keys(*KEYS, far=("three rare stems",))}, read_at=NOW)
    asked = {"": some_keys("other", far=("three rare stems",))}
    assert store.candidates_of(asked, day=date(1999, 1, 1), limit=9) == {"": (claim.id,)}


def test_candidates_belong_to_current_revisions(store: Store) -> None:
    old, new = an_article_number(1), an_article_number(1, "Russia will return 340 children.")
    save(store, old, {a_claim(article=old): KEYS})
    save(store, new, {a_claim("Quite another", article=new): ("quite", "another")})
    assert candidates(store, *KEYS) == ()
    save(store, old, {a_claim(article=old): KEYS})
    assert candidates(store, *KEYS) == (a_claim(article=old).id,)


def test_candidates_follow_the_keys_given_last(store: Store) -> None:
    article = an_article_number(1)
    claim = a_claim(article=article)
    save(store, article, {claim: KEYS})
    save(store, article, {claim: ("339", "other", "stem")})
    assert candidates(store, *KEYS) == ()
    assert candidates(store, "stem", "other") == (claim.id,)


def test_many_claims_get_their_candidates_at_once_and_each_its_own(store: Store) -> None:
    first, second = an_article_number(1), an_article_number(2)
    one, two = a_claim(article=first), a_claim("It rained", article=second)
    save(store, first, {one: KEYS})
    save(store, second, {two: ("rain", "day")})
    asked = {
        "x": some_keys(*KEYS),
        "y": some_keys("day", "rain"),
        "z": some_keys("return", "rain"),
        "nothing": some_keys(),
    }
    expected = {"x": (one.id,), "y": (two.id,), "z": (), "nothing": ()}
    assert store.candidates_of(asked, day=DAY, limit=9) == expected
    crowd = {f"c{number}": some_keys(f"no{number}", *KEYS[:2]) for number in range(2_000)}
    assert store.candidates_of(crowd, day=DAY, limit=9) == dict.fromkeys(crowd, (one.id,))


def test_a_key_of_any_length_can_be_shared(store: Store) -> None:
    long = "ж" * 5_000
    article = an_article_number(1)
    claim = a_claim(article=article)
    save(store, article, {claim: (long, "short")})
    assert candidates(store, long, "short") == (claim.id,)


@pytest.fixture(scope="module")
def frequencies() -> Frequencies:
    return parse_frequencies(files("provenance.matching").joinpath("data/stem_frequencies.tsv").read_text("utf-8"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(
        st.tuples(
            st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map(" ".join),
            st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_a_store_finds_the_candidates_that_all_claims_at_once_have(
    database: str, frequencies: Frequencies, told: list[tuple[str, date | None]]
) -> None:
    keyed, days, published = {}, {}, {}
    with open_store(database, now=NOW) as store:
        for number, (text, day) in enumerate(told):
            article = replace(an_article_number(number), published=day)
            claim = a_claim(text, article=article)
            keyed[claim.id], days[claim.id], published[claim.id] = read_keys(text, frequencies), day_number(day), day
            store.save_article(article, [claim], keys={claim.id: keyed[claim.id]}, read_at=NOW)
        found = {
            frozenset({claim, other})
            for claim, keys in keyed.items()
            for other in store.candidates_of({"": keys}, day=published[claim], limit=100)[""]
            if claim != other
        }
    table = number_keys(keyed.items(), days)
    assert found == {frozenset({claim, other}) for claim, others in all_candidates(table) for other in others}


def saved(store: Store, number: int, size: int) -> tuple[Article, list[Claim]]:
    article = an_article_number(number)
    claims = [a_claim(article=article, start=40 * place, carriers=["Reuters", "TASS"]) for place in range(size)]
    save(store, article, {claim: (*KEYS, f"{number} {place}") for place, claim in enumerate(claims)})
    return article, claims


@pytest.mark.parametrize(
    "read",
    [
        lambda store, article, claims: store.claims(),
        lambda store, article, claims: store.claims_of(article.id),
        lambda store, article, claims: store.claims_of_articles([article.id]),
        lambda store, article, claims: store.candidates_of({c.id: some_keys(*KEYS) for c in claims}, day=DAY, limit=9),
        lambda store, article, claims: store.wordings([claim.id for claim in claims]),
        lambda store, article, claims: store.comparisons_of([claim.id for claim in claims]),
        lambda store, article, claims: store.comparisons_among([claim.id for claim in claims]),
        lambda store, article, claims: store.component([claim.id for claim in claims]),
        lambda store, article, claims: store.groups_of([claim.id for claim in claims]),
        lambda store, article, claims: save(store, article, {replace(claim, hedged=True): KEYS for claim in claims}),
    ],
    ids=[
        "claims",
        "of",
        "of articles",
        "candidates",
        "wordings",
        "comparisons",
        "among",
        "component",
        "groups",
        "saving again",
    ],
)
def test_more_claims_take_no_more_statements(
    database: str, read: Callable[[Store, Article, list[Claim]], object]
) -> None:
    with open_store(database, now=NOW) as store:
        few, many = saved(store, 1, 2), saved(store, 2, 60)
        counts = []
        for article, claims in (few, many):
            with counted_statements() as statements:
                read(store, article, claims)
            counts.append(len(statements))
        assert counts[1] == counts[0] <= 20


def test_saving_more_claims_takes_no_more_statements(store: Store) -> None:
    saved(store, 1, 1)
    with counted_statements() as few:
        saved(store, 2, 2)
    with counted_statements() as many:
        saved(store, 3, 60)
    assert len(few) == len(many) <= 27
