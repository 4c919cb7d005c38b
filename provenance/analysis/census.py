"""All that is found of a corpus at once: its claims, its groups, and what circular reporting these hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.analysis.circular import circles_among
from provenance.analysis.corpus import Corpus, index_corpus
from provenance.analysis.counting import count_group
from provenance.analysis.findings import find, weigh_groups
from provenance.model import Circle, Finding, OriginCount


@dataclass(frozen=True, slots=True)
class Census:
    """`counts` are those of the groups of two claims or more by id; `circles` what circular
    reporting they hold, in the order of `find_circular`."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, OriginCount]
    circles: tuple[Circle, ...]


def take_census(corpus: Corpus) -> Census:
    index = index_corpus(corpus)
    claims = list(corpus.claims.values())
    weighed = weigh_groups(index, claims)
    groups = {name: one for name, one in weighed.items() if len(one.group.claims) > 1}
    return Census(
        findings=find(corpus, claims, index, weighed),
        counts={name: count_group(one.origins, one.group.claims) for name, one in groups.items()},
        circles=circles_among((one.group for one in groups.values()), index),
    )
