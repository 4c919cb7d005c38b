"""Holding an article's claims against those stored: comparisons, groups, reprints."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache

from provenance.matching import (
    Frequencies,
    Profile,
    Reading,
    Reprint,
    claim_keys,
    compare_profiles,
    find_reprint,
    group_claims,
    parse_frequencies,
    prepare,
)
from provenance.model import Agreement, Article, Claim, Comparison
from provenance.outlets import Directory
from provenance.services.resources import packaged_texts
from provenance.storage import Store

UNRELATED = Agreement.UNRELATED

MOST_CANDIDATES = 2000
"""For one claim. A limit that is reached would let the order of reading play a part."""


@cache
def load_frequencies() -> Frequencies:
    """How common each stem is in news."""
    return parse_frequencies(packaged_texts("provenance.matching", "data")["stem_frequencies.tsv"])


def keys_of(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """By claim id, what a claim must share to be compared."""
    return {claim.id: claim_keys(claim.text, load_frequencies()) for claim in claims}


def save_article(
    store: Store, article: Article, claims: Sequence[Claim], *, directory: Directory, now: datetime
) -> None:
    """Stores an article with its claims, which were read with this directory, and how they stand to all others. The
    caller commits."""
    store.save_directory(directory.outlets.values(), version=directory.version, digest=directory.digest)
    touched = {claim.id for claim in store.component(claim.id for claim in store.claims_of(article.id))}
    keys = keys_of(claims)
    store.save_article(article, claims, keys=keys, read_at=now, directory=directory.digest)
    comparisons = tuple(_compare(store, article, claims, keys))
    store.save_comparisons(comparisons)
    linked = store.component(touched | keys.keys())
    store.save_groups(group_claims(linked, store.comparisons_among(claim.id for claim in linked)))
    store.save_reprints(_find_reprints(store, Reading(article=article, claims=tuple(claims)), comparisons))


def _compare(
    store: Store, article: Article, claims: Sequence[Claim], keys: Mapping[str, Iterable[str]]
) -> Iterator[Comparison]:
    """Each claim with those of other articles, and with the later ones of its own. That two are unrelated is worth a
    word only where something else was stored of them: nearly all pairs are."""
    others = store.candidates_of(keys, exclude_article=article.id, limit=MOST_CANDIDATES, shared=1)
    known = {(comparison.left, comparison.right) for comparison in store.comparisons_of(keys)}
    for place, claim in enumerate(claims):
        own = (later for later in claims[place + 1 :] if set(keys[later.id]) & set(keys[claim.id]))
        for other in (*others[claim.id], *own):
            comparison = compare_profiles(_profile(claim), _profile(other))
            if comparison and (comparison.agreement is not UNRELATED or (comparison.left, comparison.right) in known):
                yield comparison


@lru_cache(maxsize=4096)
def _profile(claim: Claim) -> Profile:
    """Kept from one article to the next: the same claims are candidates again and again."""
    return prepare(claim, load_frequencies())


def _find_reprints(store: Store, reading: Reading, comparisons: Sequence[Comparison]) -> Iterator[Reprint]:
    """Among the articles with a claim that agrees with one of this article's."""
    agreeing = [comparison for comparison in comparisons if comparison.agreement is Agreement.AGREES]
    ends = {end for comparison in agreeing for end in (comparison.left, comparison.right)}
    others = {claim.article_id for claim in store.claims_by_id(ends).values()} - {reading.article.id}
    claims = store.claims_of_articles(others)
    for article_id, article in sorted(store.articles_by_id(others).items()):
        other = Reading(article=article, claims=claims.get(article_id, ()))
        reprint = find_reprint(reading, other, agreeing)
        if reprint:
            yield reprint
