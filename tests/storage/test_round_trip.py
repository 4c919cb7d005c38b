"""Whatever goes into the store comes out of it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model import Article
from provenance.storage import ClaimFilter, open_store
from tests.builders import some_keys
from tests.storage import strategies
from tests.storage.conftest import NOW

# Every example begins with an empty store: nothing is committed.
on_one_database = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@on_one_database
@given(article=strategies.articles, data=st.data())
def test_an_article_and_its_claims_come_back_as_they_went_in(
    database: str, article: Article, data: st.DataObject
) -> None:
    claims = tuple(data.draw(st.lists(strategies.claims(article), max_size=4, unique_by=lambda claim: claim.id)))
    keys = {claim.id: some_keys(*data.draw(st.lists(strategies.texts, max_size=3))) for claim in claims}
    with open_store(database, now=NOW) as store:
        assert store.save_article(article, claims, keys=keys, read_at=NOW)
        assert not store.save_article(article, claims, keys=keys, read_at=NOW)
        assert store.articles() == (article,)
        assert store.claims_of(article.id) == store.claims() == claims
        assert store.claims_by_id(claim.id for claim in claims) == {claim.id: claim for claim in claims}


@on_one_database
@given(article=strategies.articles, data=st.data())
def test_a_claim_is_found_by_any_part_of_its_text_whatever_the_case(
    database: str, article: Article, data: st.DataObject
) -> None:
    claim = data.draw(strategies.claims(article))
    start = data.draw(st.integers(0, len(claim.text)))
    part = claim.text[start : data.draw(st.integers(start, len(claim.text)))]
    with open_store(database, now=NOW) as store:
        store.save_article(article, [claim], keys={}, read_at=NOW)
        assert store.claims(ClaimFilter(text=part)) == store.claims(ClaimFilter(text=part.casefold())) == (claim,)
