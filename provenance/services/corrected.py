"""An article as the machine reads it, with what people decided of that on top."""

from collections.abc import Sequence
from dataclasses import replace

from provenance.analysis import Corrected, correct
from provenance.model import Article, Claim
from provenance.outlets import Directory
from provenance.services.standings import with_standing
from provenance.storage import Store


def corrected_revision(store: Store, article: Article, directory: Directory) -> Corrected:
    """A stored revision, superseded or not, with the decisions in force that fit it: whichever revision they were made
    of, and whatever held when it was superseded."""
    read = store.claims_read_in(article.id, article.sha256)
    return corrected_reading(store, article, [with_standing(claim, article, directory) for claim in read], directory)


def corrected_reading(store: Store, article: Article, claims: Sequence[Claim], directory: Directory) -> Corrected:
    """`claims` are the machine's. The outlets of those that people have otherwise get their standings by this
    directory."""
    corrected = correct(claims, article, store.decisions_about([article.id]))
    lineages = []
    for lineage in corrected.lineages:
        steps = (
            replace(step, claim=with_standing(step.claim, article, directory))
            if step.claim and step.claim.decided
            else step
            for step in lineage.steps
        )
        lineages.append(replace(lineage, steps=tuple(steps)))
    return replace(corrected, lineages=tuple(lineages))
