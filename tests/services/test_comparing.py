"""However articles come in, the store compares and groups them as if all had come at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.matching import POLICY
from provenance.model import Agreement, Article, Claim
from provenance.services.comparing import compare_anew, is_stale, save_article
from provenance.storage import Store, open_store
from tests.builders import a_claim, an_article
from tests.core.outlets.builders import a_directory

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
DAY = date(2025, 6, 2)

TOLD = (
    "The Ukrainian delegation handed over a list of 339 children",
    "The Ukrainian delegation handed over a list of 339 abducted children in Istanbul",
    "The Ukrainian delegation handed Moscow a list of 12 children",
    "The Ukrainian delegation handed over no list of children, the governor denied",
    "A helicopter of the rescue service crashed near Gagarinsk, killing six",
    "Six were killed when a rescue helicopter crashed near Gagarinsk on Monday",
    "The helicopter that crashed near Gagarinsk was on a training flight",
    "The candidacy",
    "Umerov will fly to Istanbul for a second round of talks with Medinsky",
    "Medinsky said a second round of talks with Umerov in Istanbul was agreed",
    "There are over 500 children on the list",
)

telling = st.lists(st.sampled_from(TOLD), min_size=1, max_size=3, unique=True)
days = st.sampled_from((DAY, DAY + timedelta(days=5), DAY + timedelta(days=20), DAY + timedelta(days=300), None))


def read(number: int, told: tuple[list[str], date | None]) -> tuple[Article, list[Claim]]:
    texts, day = told
    article = an_article(". ".join(texts), url=f"https://example.org/{number}", published=day)
    starts = [article.text.index(text) for text in texts]
    return article, [a_claim(text, article=article, start=start) for text, start in zip(texts, starts, strict=True)]


def state(store: Store) -> tuple[object, ...]:
    ids = [claim.id for claim in store.claims()]
    told = [each for each in store.comparisons_among(ids) if each.agreement is not Agreement.UNRELATED]
    articles = [article.id for article in store.articles()]
    return told, store.groups(least=1), store.reprints_of(articles)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(st.tuples(telling, days), min_size=2, max_size=5), data=st.data())
def test_one_article_after_another_gives_what_comparing_all_anew_gives(
    told: list[tuple[list[str], date | None]], data: st.DataObject
) -> None:
    articles = [read(number, each) for number, each in enumerate(told)]
    states = []
    for order in (articles, data.draw(st.permutations(articles))):
        with open_store(":memory:", now=NOW) as store:
            for article, claims in order:
                save_article(store, article, claims, directory=a_directory(), now=NOW)
            states.append(state(store))
            assert compare_anew(store) == sum(len(claims) for _, claims in articles)
            states.append(state(store))
    assert states[0] == states[1] == states[2] == states[3]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(st.tuples(telling, days), min_size=2, max_size=4),
    again=st.lists(st.tuples(st.integers(0, 3), days, st.integers(0, 2)), min_size=1, max_size=4),
)
def test_articles_read_again_with_another_day_or_other_claims_stand_as_if_all_had_come_at_once(
    told: list[tuple[list[str], date | None]], again: list[tuple[int, date | None, int]]
) -> None:
    articles = [read(number, each) for number, each in enumerate(told)]
    with open_store(":memory:", now=NOW) as store:
        for article, claims in articles:
            save_article(store, article, claims, directory=a_directory(), now=NOW)
        for number, day, left_out in again:
            article, claims = articles[number % len(articles)]
            held = [claim for place, claim in enumerate(claims) if place != left_out]
            save_article(store, replace(article, published=day), held, directory=a_directory(), now=NOW)
        found = state(store)
        compare_anew(store)
        assert found == state(store)


def test_figures_of_two_days_differ_within_a_fortnight_and_no_longer_after() -> None:
    found = {}
    for apart in (14, 15):
        with open_store(":memory:", now=NOW) as store:
            for number, (text, day) in enumerate(((TOLD[0], DAY), (TOLD[-1], DAY + timedelta(days=apart)))):
                article, claims = read(number, ([text], day))
                save_article(store, article, claims, directory=a_directory(), now=NOW)
            told, *_ = state(store)
            compare_anew(store)
            found[apart] = told, state(store)[0]
    assert found[15] == ([], [])
    assert found[14][0] == found[14][1]
    assert [each.agreement for each in found[14][0]] == [Agreement.FIGURES_DIFFER]


def test_a_store_compared_by_another_policy_is_compared_anew_when_it_is_next_written_to() -> None:
    articles = [read(number, ([text], DAY)) for number, text in enumerate(TOLD[:2])]
    with open_store(":memory:", now=NOW) as store:
        for article, claims in articles:
            store.save_article(article, claims, keys={}, read_at=NOW)
        store.compare_anew("matching-0", (), {})
        assert is_stale(store)
        assert store.groups() == ()
        article, claims = read(2, ([TOLD[4]], DAY))
        save_article(store, article, claims, directory=a_directory(), now=NOW)
        assert not is_stale(store)
        assert store.policy() == POLICY
        (group,) = store.groups()
    assert set(group.claims) == {claims[0].id for _, claims in articles}


def test_what_agreed_before_its_cue_was_read_otherwise_agrees_no_longer() -> None:
    (first, claims), (second, others) = (read(number, ([TOLD[5]], DAY)) for number in range(2))
    with open_store(":memory:", now=NOW) as store:
        found = []
        for article, held in ((first, claims), (second, others), (first, [replace(claims[0], cue="urged")])):
            save_article(store, article, held, directory=a_directory(), now=NOW)
            found.append([each.agreement for each in state(store)[0]])
        assert found == [[], [Agreement.AGREES], []]
        told = state(store)
        compare_anew(store)
        assert told == state(store)
