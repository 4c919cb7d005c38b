"""A store in memory that holds what one article must be held against: for a report that stores nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from provenance.matching import POLICY
from provenance.model import Article, Claim
from provenance.outlets import Directory
from provenance.services.comparing import keys_of_claims, related_candidates
from provenance.services.corrected import corrected_reading
from provenance.services.opening import open_to_read
from provenance.services.rulings import connected, rulings_about
from provenance.settings import Settings
from provenance.storage import Store, open_store


@contextmanager
def scratch_store(
    settings: Settings, article: Article, claims: Sequence[Claim], now: datetime, directory: Directory
) -> Iterator[tuple[Store, int]]:
    """Everything that comparisons and decisions would connect to the article's claims, which were read with this
    directory, and how many other articles the real store holds. An older revision of the article stays away."""
    with open_store(":memory:", now=now) as scratch:
        scratch.compare_anew(POLICY, (), {})
        with open_to_read(settings, now) as store:
            held = corrected_reading(store, article, claims, directory).claims
            found = related_candidates(store, article, dict(keys_of_claims(held)))
            own = {claim.id for claim in store.claims_of(article.id)}
            candidates = {other for of_claim in found.values() for other in of_claim} - own
            rulings = rulings_about(store, [article.id])
            decided = {claim for ruling in rulings if not ruling.claims.isdisjoint(own) for claim in ruling.claims}
            linked = connected(store, candidates | decided).claims
            others = set(store.articles_of_claims(linked).values()) - {article.id}
            scratch.copy_decisions(store.decisions())
            _copy(store, scratch, others, now)
            compared_with = store.count_articles() - len(store.articles_by_id([article.id]))
        yield scratch, compared_with


def _copy(store: Store, scratch: Store, article_ids: set[str], now: datetime) -> None:
    copied: list[Claim] = []
    of_article, read = store.claims_of_articles(article_ids), store.claims_read(article_ids)
    for article_id, article in sorted(store.articles_by_id(article_ids).items()):
        claims = of_article.get(article_id, ())
        aside = [claim for claim in read.get(article_id, ()) if claim not in claims]
        scratch.save_article(article, claims, set_aside=aside, keys=dict(keys_of_claims(claims)), read_at=now)
        copied += claims
    ids = [claim.id for claim in copied]
    scratch.save_comparisons(store.comparisons_among(ids))
    inside = set(article_ids)
    scratch.save_reprints(
        reprint for reprint in store.reprints_of(article_ids) if {reprint.left, reprint.right} <= inside
    )
    scratch.save_groups(group for group in store.groups_of(ids) if set(group.claims) <= set(ids))
