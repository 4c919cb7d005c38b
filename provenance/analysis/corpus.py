"""What the analysis sees of a store: articles, their claims, and how the claims' words compare."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from provenance.analysis.correcting import Corrected, overrulings
from provenance.analysis.independence import Verdict, judge, reprinted
from provenance.analysis.origins import Origin, origin_of
from provenance.analysis.overruling import Rules, overrule_comparisons, overrule_groups, read_rules
from provenance.analysis.rulings import Ruling
from provenance.matching import Reprint
from provenance.model import Agreement, Article, Claim, Comparison, Group, Overruling

SAME_SENTENCE = "same-sentence"
"""The comparison's reason for two claims that are one sentence, word for word or nearly."""

POSSIBILITY = "possibility"
"""The comparison's reason for words that make of one side a possibility: it has places on that side alone."""

GIVEN_AS_FORMER = "figure-revised"
"""The comparison's reason for a figure that one side gives as the former one: there it has two places, the figure that
holds now and the former one."""

TELLING = (SAME_SENTENCE, POSSIBILITY, GIVEN_AS_FORMER)
"""The reasons on which something rests that is found; all others are there to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """`articles` and `claims` by id. Claims without a group stand alone; comparisons that are not there are unrelated;
    every claim's article must be there. `resemblances` says by article what the host of its page resembles without
    being it; `rulings` are what people decided of these claims and others, `corrected`, by id, what they made of the
    reading of the articles of which findings are asked; `seen` is the last decision that there was."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    comparisons: Sequence[Comparison] = ()
    groups: Sequence[Group] = ()
    reprints: Sequence[Reprint] = ()
    resemblances: Mapping[str, str] = field(default_factory=dict)
    rulings: Sequence[Ruling] = ()
    corrected: Mapping[str, Corrected] = field(default_factory=dict)
    seen: int = 0

    def __post_init__(self) -> None:
        missing = sorted({claim.article_id for claim in self.claims.values()} - self.articles.keys())
        if missing:
            raise ValueError(f"a corpus holds the articles of its claims; missing: {', '.join(missing)}")


@dataclass(frozen=True, slots=True)
class Sources:
    """The distinct origins of claims: `numbers` leads from a claim's id to the number of its origin. Many claims have
    the same, so that of every two origins is judged once, and kept in `verdicts`."""

    origins: tuple[Origin, ...]
    numbers: Mapping[str, int]
    verdicts: dict[tuple[int, int, bool], Verdict] = field(default_factory=dict)

    def judge(self, left: str, right: str, same_sentence: bool) -> Verdict:
        """Of two claims by id."""
        one, other = self.numbers[left], self.numbers[right]
        key = (one, other, same_sentence) if one < other else (other, one, same_sentence)
        found = self.verdicts.get(key)
        if found is None:
            found = self.verdicts[key] = judge(self.origins[key[0]], self.origins[key[1]], same_sentence)
        return found


def find_sources(claims: Mapping[str, Claim]) -> Sources:
    numbers: dict[Origin, int] = {}
    of_claims = {claim: numbers.setdefault(origin_of(claims[claim]), len(numbers)) for claim in sorted(claims)}
    return Sources(tuple(numbers), of_claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A corpus with what people decided on top, ready to be looked up: made once, used for every claim. `overrulings`
    are what they decided of a claim's reading, by the claim."""

    corpus: Corpus
    comparisons: Mapping[str, tuple[Comparison, ...]]
    groups: Mapping[str, Group]
    reprints: Mapping[frozenset[str], Reprint]
    rules: Rules
    same_sentences: frozenset[frozenset[str]]
    sources: Sources
    overrulings: Mapping[str, tuple[Overruling, ...]]

    def agreeing(self, claim_id: str) -> frozenset[str]:
        """The claims that say the same: a person decided so, or their words agree, and so, on the whole, does what
        their group says. Two that agree across groups share a sentence's subject more often than its statement."""
        group = frozenset(self.group_of(claim_id).claims)
        ends = (
            one.right if one.left == claim_id else one.left
            for one in self.comparisons.get(claim_id, ())
            if one.agreement is Agreement.AGREES
        )
        related = self.rules.relations
        return frozenset(end for end in ends if end in group or (related and frozenset({claim_id, end}) in related))

    def reprint_of(self, left: Claim, right: Claim) -> Reprint | None:
        return self.reprints.get(frozenset({left.article_id, right.article_id})) if self.reprints else None

    def independence(self, left: Claim, right: Claim) -> Verdict:
        """As a person decided, else as the machine reads it."""
        decided = self.rules.independence
        ruled = decided.get(frozenset({left.id, right.id})) if decided else None
        return ruled or self.read_independence(left, right)

    def read_independence(self, left: Claim, right: Claim) -> Verdict:
        """By their origins and by what ties their articles and their words."""
        if reprint := self.reprint_of(left, right):
            return reprinted(left, right, reprint)
        same_sentence = bool(self.same_sentences) and frozenset({left.id, right.id}) in self.same_sentences
        return self.sources.judge(left.id, right.id, same_sentence)

    def origin(self, claim_id: str) -> Origin:
        return self.sources.origins[self.sources.numbers[claim_id]]

    def group_of(self, claim_id: str) -> Group:
        return self.groups.get(claim_id) or Group(claims=(claim_id,))

    def claims_of(self, group: Group) -> tuple[Claim, ...]:
        return tuple(self.corpus.claims[claim] for claim in group.claims if claim in self.corpus.claims)


def index_corpus(corpus: Corpus) -> Index:
    """Comparisons with claims that are not in the corpus are left out."""
    rules = read_rules(corpus.rulings)
    compared = overrule_comparisons(corpus.comparisons, rules)
    comparisons: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in sorted(compared, key=lambda comparison: (comparison.left, comparison.right)):
        if comparison.left in corpus.claims and comparison.right in corpus.claims:
            comparisons[comparison.left].append(comparison)
            comparisons[comparison.right].append(comparison)
    return Index(
        corpus=corpus,
        comparisons={claim: tuple(found) for claim, found in comparisons.items()},
        groups={claim: group for group in ruled_groups(corpus) for claim in group.claims},
        reprints={frozenset({reprint.left, reprint.right}): reprint for reprint in corpus.reprints},
        rules=rules,
        same_sentences=frozenset(
            frozenset({one.left, one.right})
            for one in compared
            if any(reason.code == SAME_SENTENCE for reason in one.reasons)
        ),
        sources=find_sources(corpus.claims),
        overrulings={claim: made for each in corpus.corrected.values() for claim, made in overrulings(each).items()},
    )


def ruled_groups(corpus: Corpus) -> Sequence[Group]:
    """A claim that is in no group is one of its own where a person merged it."""
    if not corpus.rulings:
        return corpus.groups
    held = {claim for group in corpus.groups for claim in group.claims}
    alone = {claim for ruling in corpus.rulings for claim in ruling.claims} & corpus.claims.keys() - held
    groups = [*corpus.groups, *(Group(claims=(claim,)) for claim in sorted(alone))]
    return overrule_groups(groups, corpus.comparisons, corpus.rulings)
