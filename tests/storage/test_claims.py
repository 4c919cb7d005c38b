"""Claims: listed by filter, found by the keys they share, in few statements."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from provenance.errors import InvalidOption
from provenance.model import Article, Claim, Mode, StateAffiliation
from provenance.storage import ClaimFilter, Store, open_store
from tests.builders import a_carrier, a_claim, a_standing, an_article
from tests.storage.conftest import NOW
from tests.storage.counting import counted_statements

KEYS = ("return", "child", "339")


def save(store: Store, article: Article, keys_of: dict[Claim, tuple[str, ...]]) -> None:
    store.save_article(article, keys_of, keys={claim.id: keys for claim, keys in keys_of.items()}, read_at=NOW)


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


def test_candidates_are_other_articles_claims_that_share_two_keys_the_most_shared_first(store: Store) -> None:
    ours, *others = (an_article_number(number) for number in range(5))
    keys = [KEYS, KEYS[:2], KEYS[:1], ("else", "where")]
    claims = [a_claim(article=article) for article in others]
    save(store, ours, {a_claim(article=ours): KEYS})
    for article, claim, of_claim in zip(others, claims, keys, strict=True):
        save(store, article, {claim: of_claim})
    all_three, two, one, _ = claims
    assert store.candidates(KEYS, exclude_article=ours.id) == (all_three, two)
    assert store.candidates(KEYS, exclude_article=ours.id, limit=1) == (all_three,)
    assert store.candidates(KEYS, exclude_article=ours.id, shared=1) == (all_three, two, one)
    assert store.candidates(KEYS[:1] * 2, exclude_article=ours.id) == ()
    assert store.candidates((), exclude_article=ours.id) == ()


def test_candidates_that_share_as_much_come_by_id(store: Store) -> None:
    claims = []
    for number in range(6):
        article = an_article_number(number)
        claims.append(a_claim(article=article))
        save(store, article, {claims[-1]: KEYS})
    expected = tuple(sorted(claims, key=lambda claim: claim.id))
    assert store.candidates(reversed(KEYS), exclude_article="a0") == expected
    assert store.candidates(KEYS, exclude_article="a0", limit=4) == expected[:4]


def test_candidates_belong_to_current_revisions(store: Store) -> None:
    old, new = an_article_number(1), an_article_number(1, "Russia will return 340 children.")
    save(store, old, {a_claim(article=old): KEYS})
    save(store, new, {a_claim("Quite another", article=new): ("quite", "another")})
    assert store.candidates(KEYS, exclude_article="a0") == ()


def test_candidates_follow_the_keys_given_last(store: Store) -> None:
    article = an_article_number(1)
    claim = a_claim(article=article)
    save(store, article, {claim: KEYS})
    save(store, article, {claim: ("339", "other", "stem")})
    assert store.candidates(KEYS, exclude_article="a0") == ()
    assert store.candidates(("stem", "other"), exclude_article="a0") == (claim,)


def test_many_claims_get_their_candidates_at_once_and_each_its_own(store: Store) -> None:
    first, second = an_article_number(1), an_article_number(2)
    one, two = a_claim(article=first), a_claim("It rained", article=second)
    save(store, first, {one: KEYS})
    save(store, second, {two: ("rain", "day")})
    asked = {"x": KEYS, "y": ("day", "rain"), "z": ("return", "rain"), "nothing": ()}
    assert store.candidates_of(asked, exclude_article="a0") == {"x": (one,), "y": (two,), "z": (), "nothing": ()}
    crowd = {f"c{number}": (f"no{number}", *KEYS[:2]) for number in range(2_000)}
    assert store.candidates_of(crowd, exclude_article="a0") == dict.fromkeys(crowd, (one,))


def test_a_key_of_any_length_can_be_shared(store: Store) -> None:
    long = "ж" * 5_000
    article = an_article_number(1)
    claim = a_claim(article=article)
    save(store, article, {claim: (long, "short")})
    assert store.candidates((long, "short"), exclude_article="a0") == (claim,)


def saved(store: Store, number: int, size: int) -> tuple[Article, list[Claim]]:
    article = an_article_number(number)
    claims = [a_claim(article=article, start=40 * place, carriers=["Reuters", "TASS"]) for place in range(size)]
    save(store, article, {claim: (*KEYS, str(place)) for place, claim in enumerate(claims)})
    return article, claims


@pytest.mark.parametrize(
    "read",
    [
        lambda store, article, claims: store.claims(),
        lambda store, article, claims: store.claims_of(article.id),
        lambda store, article, claims: store.claims_of_articles([article.id]),
        lambda store, article, claims: store.candidates(KEYS, exclude_article="a0"),
        lambda store, article, claims: store.candidates_of({c.id: KEYS for c in claims}, exclude_article="a0"),
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
        "many",
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
        assert counts[1] == counts[0] <= 12


def test_saving_more_claims_takes_no_more_statements(store: Store) -> None:
    saved(store, 1, 1)
    with counted_statements() as few:
        saved(store, 2, 2)
    with counted_statements() as many:
        saved(store, 3, 60)
    assert len(few) == len(many) <= 14
