"""What the analysis sees of a store: articles, their claims, and how the claims' words compare."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.matching import Reprint
from provenance.model import Agreement, Article, Claim, Comparison, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """`articles` and `claims` by id. Claims without a group stand alone; comparisons that are not there are unrelated;
    every claim's article must be there."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    comparisons: Sequence[Comparison] = ()
    groups: Sequence[Group] = ()
    reprints: Sequence[Reprint] = ()

    def __post_init__(self) -> None:
        missing = sorted({claim.article_id for claim in self.claims.values()} - self.articles.keys())
        if missing:
            raise ValueError(f"a corpus holds the articles of its claims; missing: {', '.join(missing)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A corpus, ready to be looked up: made once, used for every claim."""

    corpus: Corpus
    comparisons: Mapping[str, tuple[Comparison, ...]]
    groups: Mapping[str, Group]
    reprints: Mapping[frozenset[str], Reprint]

    def agreeing(self, claim_id: str) -> frozenset[str]:
        """The claims that say the same: their words agree, and so, on the whole, does what their group says. Two that
        agree across groups share a sentence's subject more often than its statement."""
        group = self.group_of(claim_id)
        found = self.comparisons.get(claim_id, ())
        ends = (end for one in found if one.agreement is Agreement.AGREES for end in (one.left, one.right))
        return frozenset(ends).intersection(group.claims) - {claim_id}

    def reprint_of(self, left: Claim, right: Claim) -> Reprint | None:
        return self.reprints.get(frozenset({left.article_id, right.article_id}))

    def group_of(self, claim_id: str) -> Group:
        return self.groups.get(claim_id) or Group(claims=(claim_id,))

    def claims_of(self, group: Group) -> tuple[Claim, ...]:
        return tuple(self.corpus.claims[claim] for claim in group.claims if claim in self.corpus.claims)


def index_corpus(corpus: Corpus) -> Index:
    """Comparisons with claims that are not in the corpus are left out."""
    comparisons: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in sorted(corpus.comparisons, key=lambda comparison: (comparison.left, comparison.right)):
        if comparison.left in corpus.claims and comparison.right in corpus.claims:
            comparisons[comparison.left].append(comparison)
            comparisons[comparison.right].append(comparison)
    return Index(
        corpus=corpus,
        comparisons={claim: tuple(found) for claim, found in comparisons.items()},
        groups={claim: group for group in corpus.groups for claim in group.claims},
        reprints={frozenset({reprint.left, reprint.right}): reprint for reprint in corpus.reprints},
    )
