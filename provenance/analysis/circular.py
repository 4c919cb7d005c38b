"""Circular reporting in a whole corpus: rings of outlets, many outlets with one root, claims that gain certainty."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from provenance.analysis.certainty import find_gains
from provenance.analysis.circles import (
    Edges,
    citations,
    cited_outlets,
    common_root,
    led_back,
    names_of,
    sentence,
    way,
)
from provenance.analysis.citing import edges_towards, find_steps
from provenance.analysis.corpus import Corpus, Index, index_corpus
from provenance.analysis.names import outlet_key
from provenance.model import Circle, CircleKind, Claim, Group, ToldCircle, ToldClaim

KINDS = {kind: place for place, kind in enumerate(CircleKind)}


def find_circular(corpus: Corpus) -> tuple[Circle, ...]:
    """Of every group of the corpus: rings first, then the largest; ties by group."""
    index = index_corpus(corpus)
    return circles_among(set(index.groups.values()), index)


def circles_of_article(article_id: str, index: Index) -> tuple[ToldCircle, ...]:
    """Those in which claims of an article take part."""
    claims = index.corpus.claims
    groups = {index.group_of(claim.id) for claim in claims.values() if claim.article_id == article_id}
    found = circles_among(groups, index)
    return tuple(
        tell_circle(circle, index.corpus)
        for circle in found
        if any(claims[one].article_id == article_id for one in circle.claims)
    )


def tell_circle(circle: Circle, corpus: Corpus) -> ToldCircle:
    claims = [corpus.claims[claim] for claim in circle.claims]
    return ToldCircle(
        circle=circle,
        claims=tuple(ToldClaim(article=corpus.articles[claim.article_id], claim=claim) for claim in claims),
    )


def circles_among(groups: Iterable[Group], index: Index) -> tuple[Circle, ...]:
    """In the order of `find_circular`."""
    found = [circle for group in groups for circle in _of_group(group, index)]
    return tuple(sorted(found, key=lambda one: (KINDS[one.kind], -len(one.claims), one.group, one.text)))


def _of_group(group: Group, index: Index) -> Iterator[Circle]:
    claims = index.claims_of(group)
    yield from _rings(group, claims, index)
    yield from _common_roots(group, claims, index)
    yield from find_gains(group, index)


def _rings(group: Group, claims: Sequence[Claim], index: Index) -> Iterator[Circle]:
    """A shortest ring through every outlet that is in one, each outlet in one ring."""
    edges, names = citations(claims), names_of(claims)
    told: set[str] = set()
    for outlet in sorted(edges):
        ring = _ring_through(outlet, edges) if outlet not in told else None
        if ring:
            told |= set(ring)
            steps = tuple(pairwise(ring))
            through = [claim for claim in claims if set(steps) & set(cited_outlets(claim))]
            yield Circle(
                kind=CircleKind.RING,
                group=group.id,
                text=sentence(ring, names),
                outlets=tuple(names[outlet] for outlet in ring),
                claims=tuple(sorted(claim.id for claim in through)),
                steps=find_steps(steps, through, names, index),
            )


def _ring_through(outlet: str, edges: Edges) -> list[str] | None:
    ways = [[outlet, *path] for cited in sorted(edges[outlet]) if (path := way(cited, outlet, edges))]
    return min(ways, key=lambda ring: (len(ring), ring), default=None)


def _common_roots(group: Group, claims: Sequence[Claim], index: Index) -> Iterator[Circle]:
    roots = {outlet_key(root.agent): root.agent.name for claim in claims for root in claim.chain.roots}
    led_back_to = led_back(claims)
    for key, name in sorted(roots.items()):
        text = common_root(key, name, led_back_to[key])
        if text:
            led = led_back_to[key]
            printed = {outlet_key(claim.chain.publisher.agent): claim.chain.publisher.agent.name for claim in led}
            yield Circle(
                kind=CircleKind.ONE_ROOT,
                group=group.id,
                text=text,
                outlets=(*sorted(other for outlet, other in printed.items() if outlet != key), name),
                claims=tuple(sorted(claim.id for claim in led)),
                steps=find_steps(edges_towards(key, led), led, names_of(led), index),
            )
