"""Articles and their revisions: stored once, found again."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from provenance.errors import InvalidOption, NotStored, StoreError
from provenance.model import Article, Chain, Claim
from provenance.storage import ArticleCounts, ArticleFilter, Store, StoredRevision, open_store
from tests.builders import a_chain, a_claim, a_comparison, a_group, a_link, an_article, an_outlet, some_keys
from tests.storage.conftest import NOW

LATER = NOW + timedelta(days=1)
OLD = an_article("Russia will return 339 children, a source told TASS.")
NEW = replace(OLD, text="Russia will return 340 children, a source told TASS.", title="Corrected")


def save(store: Store, article: Article, *claims: Claim, read_at: datetime = NOW) -> bool:
    keys = {claim.id: some_keys("return", "child") for claim in claims}
    return store.save_article(article, claims, keys=keys, read_at=read_at)


def test_reading_an_article_twice_stores_its_claims_once(store: Store) -> None:
    claim = a_claim(article=OLD)
    assert save(store, OLD, claim) is True
    assert save(store, OLD, claim, read_at=LATER) is False
    assert store.claims() == (claim,)
    assert store.articles() == (OLD,)
    assert store.revisions(OLD.id) == (
        StoredRevision(article=OLD, number=1, read_at=NOW, directory=None, current=True),
    )


def test_a_changed_article_becomes_a_new_revision_and_old_claims_stay_reachable(store: Store) -> None:
    old, new = a_claim(article=OLD), a_claim("Russia will return 340 children", article=NEW)
    save(store, OLD, old)
    assert save(store, NEW, new, read_at=LATER) is True
    assert store.articles() == (NEW,)
    assert store.claims() == store.claims_of(OLD.id) == (new,)
    assert store.claims_of(OLD.id, OLD.sha256) == (old,)
    assert store.claims_by_id([old.id, new.id]) == {claim.id: claim for claim in (old, new)}
    assert store.revisions(OLD.id) == (
        StoredRevision(article=OLD, number=1, read_at=NOW, directory=None, current=False),
        StoredRevision(article=NEW, number=2, read_at=LATER, directory=None, current=True),
    )
    assert store.counts([OLD.id, "a0"]) == {OLD.id: ArticleCounts(claims=1, revisions=2)}


def test_an_article_that_changes_back_has_its_first_revision_as_the_current_one(store: Store) -> None:
    claim = a_claim(article=OLD)
    save(store, OLD, claim)
    save(store, NEW)
    assert save(store, OLD, claim, read_at=LATER) is False
    assert store.find_article(OLD.id) == OLD
    assert store.claims() == (claim,)
    assert [(known.number, known.current) for known in store.revisions(OLD.id)] == [(1, True), (2, False)]


def test_a_newer_extraction_of_the_same_revision_replaces_the_claims(store: Store) -> None:
    stays, goes = a_claim(article=OLD), a_claim("339 children", article=OLD, start=20)
    other = a_claim(article=an_article(url="https://example.net/other"))
    save(store, OLD, stays, goes)
    save(store, an_article(url="https://example.net/other"), other)
    kept, lost = a_comparison(stays, other), a_comparison(goes, other)
    store.save_comparisons([kept, lost])
    store.save_groups([a_group(stays, goes, other)])

    better = a_claim(article=OLD, speaker="Medinsky", start=5)
    corrected = replace(stays, hedged=True, chain=replace(stays.chain, channel="Telegram"))
    assert save(store, OLD, better, corrected) is False

    assert store.claims_of(OLD.id) == (better, corrected)
    assert store.comparisons_of([other.id, goes.id]) == (kept,)
    assert store.groups_of([stays.id, goes.id]) == (a_group(stays, other),)


def test_what_was_read_about_an_article_follows_the_last_reading(store: Store) -> None:
    save(store, OLD)
    told = replace(OLD, published=date(2025, 6, 3), outlet="tass")
    assert save(store, told) is False
    assert store.find_article(OLD.id) == told


def test_a_claim_with_fewer_links_than_before_loses_the_others(store: Store) -> None:
    jointly = (a_link("Umerov"), a_link("Medinsky"))
    two = a_claim(article=OLD, chain=Chain(links=(a_chain().publisher, *jointly)))
    one = a_claim(article=OLD, chain=a_chain(speaker="Umerov|speaker:Medinsky"))
    assert one.id == two.id
    save(store, OLD, two)
    save(store, OLD, one)
    assert store.claims() == (one,)


def test_a_group_whose_smallest_claim_is_no_longer_found_is_named_anew(store: Store) -> None:
    claims = sorted((a_claim(article=OLD, start=start) for start in range(3)), key=lambda claim: claim.id)
    save(store, OLD, *claims)
    store.save_groups([a_group(*claims)])
    save(store, OLD, *claims[1:])
    assert store.groups() == (a_group(*claims[1:]),)
    assert store.groups_named(a_group(*claims[1:]).id) == (a_group(*claims[1:]),)


def test_nothing_is_stored_without_a_commit(database: str) -> None:
    with open_store(database, now=NOW) as store:
        save(store, OLD, a_claim(article=OLD))
        store.commit()
        save(store, NEW, a_claim(article=NEW))
    with open_store(database, now=NOW) as store:
        assert store.articles() == (OLD,)
        assert store.claims() == (a_claim(article=OLD),)


def test_a_save_that_fails_undoes_what_was_not_committed_and_the_store_goes_on(store: Store) -> None:
    committed, half, after = (an_article(url=f"https://example.org/{number}") for number in range(3))
    save(store, committed)
    store.commit()
    save(store, half)
    with pytest.raises(StoreError):
        store.save_comparisons([a_comparison(a_claim(), a_claim(start=1))])
    save(store, after)
    store.commit()
    assert store.articles_by_id(article.id for article in (committed, half, after)) == {
        article.id: article for article in (committed, after)
    }


def test_a_rollback_undoes_what_was_not_committed(store: Store) -> None:
    save(store, OLD, a_claim(article=OLD))
    store.rollback()
    assert (store.articles(), store.claims()) == ((), ())
    assert save(store, OLD)


def test_two_claims_with_one_identity_are_refused(store: Store) -> None:
    claim = a_claim(article=OLD)
    with pytest.raises(StoreError, match=r"two claims of article .* are the same"):
        save(store, OLD, claim, replace(claim, hedged=True))


def test_a_claim_of_another_revision_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="not all claims belong"):
        save(store, OLD, a_claim(article=NEW))


def test_the_directory_that_standings_come_from_is_remembered(store: Store) -> None:
    store.save_directory([an_outlet()], version="1", digest="d" * 64)
    store.save_article(OLD, [], keys={}, read_at=NOW, directory="d" * 64)
    assert [known.directory for known in store.revisions(OLD.id)] == ["d" * 64]


def test_a_directory_that_was_never_saved_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.save_article(OLD, [], keys={}, read_at=NOW, directory="e" * 64)


def test_a_time_of_another_zone_comes_back_in_utc(store: Store) -> None:
    istanbul = datetime(2025, 6, 2, 14, 30, tzinfo=timezone(timedelta(hours=3)))
    save(store, OLD, read_at=istanbul)
    (known,) = store.revisions(OLD.id)
    assert (known.read_at, known.read_at.tzinfo) == (datetime(2025, 6, 2, 11, 30, tzinfo=UTC), UTC)


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="without a time zone"):
        save(store, OLD, read_at=datetime(2025, 6, 2))  # noqa: DTZ001


@pytest.mark.parametrize("name", ["https://example.org/talks", "/articles/talks.txt", OLD.id, OLD.id[:4]])
def test_an_article_is_found_by_url_by_locator_and_by_the_start_of_its_id(store: Store, name: str) -> None:
    wanted = replace(OLD, locator="/articles/talks.txt")
    save(store, wanted)
    save(store, an_article(url="https://example.net/other", locator="/articles/other.txt"))
    assert store.find_article(name) == wanted


def test_an_article_read_from_a_file_keeps_its_identity_through_the_key_found_by_its_locator(store: Store) -> None:
    first = an_article(url=None, locator="/articles/talks.txt")
    save(store, first)
    changed = replace(first, text="Another text.", key=store.find_article("/articles/talks.txt").key)
    save(store, changed)
    assert store.articles() == (changed,)
    assert changed.id == first.id


@pytest.mark.parametrize("name", ["https://example.org/nothing", "a000", "", "%", "a%"])
def test_an_article_that_is_not_stored_is_told_so(store: Store, name: str) -> None:
    save(store, OLD)
    with pytest.raises(NotStored, match=r"no article '.*' in the store; `provenance articles` lists them"):
        store.find_article(name)


def test_the_start_of_several_ids_is_ambiguous(store: Store) -> None:
    by_start: dict[str, list[str]] = defaultdict(list)
    for number in range(17):  # one more than there are hexadecimal digits
        article = an_article(url=f"https://example.org/{number}")
        save(store, article)
        by_start[article.id[:2]].append(article.id)
    start, ids = next((start, ids) for start, ids in by_start.items() if len(ids) > 1)
    with pytest.raises(InvalidOption, match=f"means several articles: {', '.join(sorted(ids))}; give the id of one"):
        store.find_article(start)


def test_articles_are_listed_latest_first_and_undated_ones_last(store: Store) -> None:
    dated = [an_article(url=f"https://example.org/{day}", published=date(2025, 6, day)) for day in (1, 3, 2)]
    undated = an_article(url="https://example.org/undated", published=None, outlet="tass")
    for article in (undated, *dated):
        save(store, article)
    first, third, second = dated
    assert store.articles() == (third, second, first, undated)
    assert store.articles(ArticleFilter(limit=2, offset=1)) == (second, first)
    assert store.articles(ArticleFilter(since=date(2025, 6, 2))) == (third, second)
    assert store.articles(ArticleFilter(until=date(2025, 6, 2))) == (second, first)
    assert store.articles(ArticleFilter(outlet="tass")) == (undated,)
    assert store.articles_by_id([first.id, undated.id, "a0"]) == {article.id: article for article in (first, undated)}
    assert store.count_articles() == 4


@pytest.mark.parametrize(
    "values", [{"since": date(2025, 6, 3), "until": date(2025, 6, 2)}, {"limit": -1}, {"offset": -1}]
)
def test_an_impossible_filter_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(InvalidOption):
        ArticleFilter(**values)  # type: ignore[arg-type]  # wrong on purpose
