"""Holding an article's claims against those stored: comparisons, groups, reprints."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from itertools import islice
from math import ceil

import numpy as np

from provenance.analysis import Corrected
from provenance.matching import (
    POLICY,
    Bonds,
    Frequencies,
    Keys,
    Level,
    Profile,
    Reading,
    Reprint,
    Worded,
    can_be_reworded,
    collect_bonds,
    compare_keyed,
    compare_profiles,
    day_number,
    find_reprint,
    group_bonds,
    group_ids,
    lie_far,
    number_keys,
    parse_frequencies,
    prepare,
    read_keys,
    related_ones,
)
from provenance.model import Agreement, Article, Claim, Comparison
from provenance.outlets import Directory
from provenance.services.corrected import corrected_reading
from provenance.services.resources import packaged_texts
from provenance.services.waiting import keep_waiting
from provenance.storage import Store, StoredWording

UNRELATED = Agreement.UNRELATED

TOGETHER = frozenset({Agreement.AGREES})
"""Without it no two claims come into one group, over however many others."""

MOST_CANDIDATES = 1000
"""For one claim, those that share most with it. A limit that is reached would let the order of reading play a part."""


REPRINT_CLAIMS = 3
"""So many claims, or a quarter where an article has few, must agree before two articles are read side by side."""

SAVED_AT_ONCE = 5_000
"""Comparisons."""


@cache
def load_frequencies() -> Frequencies:
    """How common each stem is in news."""
    return parse_frequencies(packaged_texts("provenance.matching", "data")["stem_frequencies.tsv"])


def keys_of_claims(claims: Iterable[Worded]) -> Iterator[tuple[str, Keys]]:
    """The ids with what each claim must share to be compared."""
    return ((claim.id, read_keys(claim.text, load_frequencies())) for claim in claims)


def save_article(
    store: Store, article: Article, claims: Sequence[Claim], *, directory: Directory, now: datetime
) -> Corrected:
    """Stores an article with its claims, which the machine read with this directory, how those in force, once people's
    corrections are on top, stand to all others, and which decisions wait now; gives those in force. The caller
    commits."""
    store.save_directory(directory.outlets.values(), version=directory.version, digest=directory.digest)
    if store.policy() != POLICY:
        compare_anew(store)
    stored = store.articles_by_id([article.id]).get(article.id)
    before = store.claims_of(article.id)
    compared = _compared(article, stored, before)
    corrected = corrected_reading(store, article, claims, directory)
    held = corrected.claims
    new = [claim for claim in held if (claim.id, claim.text, claim.cue) not in compared]
    regrouped = bool(new) or len(held) != len(before)
    touched = store.component((claim.id for claim in before), TOGETHER) if regrouped else frozenset()
    keys = dict(keys_of_claims(new))
    aside = corrected.set_aside
    store.save_article(article, held, set_aside=aside, keys=keys, read_at=now, directory=directory.digest)
    keep_waiting(store, [article.id])
    if before and not compared:
        store.drop_comparisons(article.id)
    if not regrouped:
        return corrected
    known = store.bonds_of(keys) if stored else ()
    store.save_comparisons(_compare(store, article, new, keys, {(bond.left, bond.right) for bond in known}))
    bonds = _group(store, touched.union(claim.id for claim in held))
    store.save_reprints(_find_reprints(store, Reading(article=article, claims=held), bonds))
    return corrected


def _compared(article: Article, stored: Article | None, claims: Iterable[Claim]) -> set[tuple[str, str, str | None]]:
    """Claims in force of the article as it is stored that were held against all others already, by all that comparing
    looks at: their words, and the day of the article."""
    if stored is None or stored.published != article.published:
        return set()
    return {(claim.id, claim.text, claim.cue) for claim in claims}


def is_stale(store: Store) -> bool:
    """Whether the stored claims were compared by another policy than that of this version."""
    return store.policy() != POLICY and store.count_articles() > 0


def compare_anew(store: Store) -> int:
    """Holds all stored claims against one another, as if their articles were read now; how many they are. The caller
    commits. Keys are read twice, for keeping them would take more memory than everything else."""
    worded = {each.id: each for each in store.all_wordings()}
    days = {claim_id: day_number(each.day) for claim_id, each in worded.items()}
    store.compare_anew(POLICY, keys_of_claims(worded.values()), days)
    table = number_keys(keys_of_claims(worded.values()), days)
    related = (
        comparison
        for comparison in compare_keyed(worded, table, load_frequencies())
        if comparison.agreement is not UNRELATED
    )
    bonds = collect_bonds(worded, _saved(store, related))
    store.save_groups(group_bonds(bonds, Level.STATEMENT))
    for article_id, agreeing in sorted(_agreeing(bonds, worded).items()):
        article = store.articles_by_id([article_id])[article_id]
        reading = Reading(article=article, claims=store.claims_of(article_id))
        store.save_reprints(_find_reprints(store, reading, agreeing))
    return len(worded)


def _saved(store: Store, comparisons: Iterator[Comparison]) -> Iterator[Comparison]:
    """The same, stored on the way."""
    while part := tuple(islice(comparisons, SAVED_AT_ONCE)):
        store.save_comparisons(part)
        yield from part


def _agreeing(bonds: Bonds, worded: Mapping[str, StoredWording]) -> dict[str, list[Comparison]]:
    """By the lesser of the two articles, what agrees between two."""
    found: dict[str, list[Comparison]] = defaultdict(list)
    for bond in bonds.having([Agreement.AGREES]).comparisons():
        articles = {worded[bond.left].article_id, worded[bond.right].article_id}
        if len(articles) > 1:
            found[min(articles)].append(bond)
    return found


def _group(store: Store, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
    """Groups these claims anew, with all that a group could hold beside them; gives the comparisons among all these,
    without reasons."""
    linked = store.component(claim_ids, TOGETHER)
    bonds = store.bonds_among(linked)
    store.save_groups(group_ids(linked, bonds, Level.STATEMENT))
    return bonds


def _compare(
    store: Store,
    article: Article,
    claims: Sequence[Claim],
    keys: Mapping[str, Keys],
    known: Collection[tuple[str, str]],
) -> Iterator[Comparison]:
    """Each of these claims with those of other articles, and each two of its own once. That two are unrelated is worth
    a word only where something is known of them, stored before: nearly all pairs are."""
    found = related_candidates(store, article, keys)
    worded = store.wordings({other for others in found.values() for other in others})
    places = {claim.id: place for place, claim in enumerate(claims)}
    days = np.array([day_number(each.day) for each in worded.values()], np.int64)
    far = dict(zip(worded, lie_far(day_number(article.published), days).tolist(), strict=True))
    for place, claim in enumerate(claims):
        profile = prepare(claim, load_frequencies())
        for other in found[claim.id]:
            if places.get(other, len(places)) <= place:
                continue
            comparison = compare_profiles(profile, _profile(worded[other]), far=far[other])
            if comparison and (comparison.agreement is not UNRELATED or (comparison.left, comparison.right) in known):
                yield comparison


def related_candidates(store: Store, article: Article, keys: Mapping[str, Keys]) -> dict[str, tuple[str, ...]]:
    """For each claim of the article, by its keys, the stored ones that it must be held against: they share enough with
    it, and can have something in common with it. By numbers alone: three quarters need never be read."""
    found = store.candidates_of(keys, day=article.published, limit=MOST_CANDIDATES)
    packed = store.packed({other for others in found.values() for other in others})
    related = related_ones(keys, day_number(article.published), packed)
    return {claim: tuple([other for other in others if other in related[claim]]) for claim, others in found.items()}


@lru_cache(maxsize=1_000)
def _profile(claim: StoredWording) -> Profile:
    """Kept from one article to the next: the same claims are candidates again and again. No more than a few, for each
    is many small objects that the collector of garbage visits."""
    return prepare(claim, load_frequencies())


def _find_reprints(store: Store, reading: Reading, comparisons: Sequence[Comparison]) -> Iterator[Reprint]:
    """Among the articles of which enough claims agree with this one's: an article that takes over most of another takes
    its claims along. Claims are fetched only of those that can be a reprint in other words."""
    own = {claim.id for claim in reading.claims}
    agreeing = [
        comparison
        for comparison in comparisons
        if comparison.agreement is Agreement.AGREES and not own.isdisjoint((comparison.left, comparison.right))
    ]
    ends = {end for comparison in agreeing for end in (comparison.left, comparison.right)}
    homes = store.articles_of_claims(ends - own)
    shared: dict[str, set[str]] = defaultdict(set)
    for comparison in agreeing:
        for mine, other in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
            if mine in own and other in homes:
                shared[homes[other]].add(mine)
    needed = min(REPRINT_CLAIMS, ceil(len(own) / 4))
    others = {article_id for article_id, claims in shared.items() if len(claims) >= needed}
    claims = store.claims_of_articles(
        article_id for article_id in others if can_be_reworded(len(own), len(shared[article_id]))
    )
    for article_id, article in sorted(store.articles_by_id(others).items()):
        other_reading = Reading(article=article, claims=claims.get(article_id, ()))
        if reprint := find_reprint(reading, other_reading, agreeing):
            yield reprint
