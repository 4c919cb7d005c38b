"""Who has a claim from whom along the chains of a group, and the words that show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from provenance.analysis.circles import cited_outlets, way
from provenance.analysis.corpus import Index
from provenance.analysis.names import outlet_key
from provenance.model import CircleStep, Claim, Span, StepKind

Edge = tuple[str, str]

NEAR = 1
"""Characters between two places that are shown as one."""


def find_steps(
    edges: Collection[Edge], claims: Iterable[Claim], names: Mapping[str, str], index: Index
) -> tuple[CircleStep, ...]:
    """For every edge, from citing to cited outlet by key, the claim that shows it first; in the order of the edges."""
    shown: dict[Edge, Claim] = {}
    for claim in sorted(claims, key=lambda claim: by_day(claim, index)):
        for edge in cited_outlets(claim):
            shown.setdefault(edge, claim)
    return tuple(
        CircleStep(
            citing=names[edge[0]],
            cited=names[edge[1]],
            how=StepKind.CITES,
            claim=shown[edge].id,
            words=proving_words(shown[edge], edge[1], index),
        )
        for edge in edges
        if edge in shown
    )


def edges_towards(root: str, claims: Iterable[Claim]) -> tuple[Edge, ...]:
    """Those of the claims' chains that lead to an outlet, by its key, sorted."""
    found: set[Edge] = set()
    for claim in claims:
        of_claim = cited_outlets(claim)
        leads: dict[str, frozenset[str]] = {}
        for citing, cited in of_claim:
            leads[citing] = leads.get(citing, frozenset()) | {cited}
        found |= {(citing, cited) for citing, cited in of_claim if way(cited, root, leads)}
    return tuple(sorted(found))


def proving_words(claim: Claim, cited: str, index: Index) -> str:
    """The credit and the cue, as the article has them."""
    text = index.corpus.articles[claim.article_id].text
    spans = [link.span for link in claim.chain.carriers if link.span and outlet_key(link.agent) == cited]
    pieces = [piece.of(text) for piece in together([*spans, *claim.cue_spans])] if spans else []
    return f"“{' … '.join(pieces)}”" if all(pieces) and pieces else ""


def together(spans: Sequence[Span]) -> Iterator[Span]:
    """In the order of the text, each once; those that touch, or have a space between them, are one."""
    ordered = sorted(set(spans))
    starts = [place for place, (one, other) in enumerate(pairwise(ordered), 1) if other.start - one.end > NEAR]
    for first, last in pairwise([0, *starts, len(ordered)]):
        yield Span(ordered[first].start, max(span.end for span in ordered[first:last]))


def by_day(claim: Claim, index: Index) -> tuple[str, str]:
    """The earliest published first, those of unknown days last."""
    published = index.corpus.articles[claim.article_id].published
    return published.isoformat() if published else "9999", claim.id
