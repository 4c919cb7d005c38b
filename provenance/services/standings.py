"""What the outlets on a claim's chain are at the day of its article."""

from dataclasses import replace

from provenance.model import Article, Claim
from provenance.outlets import with_standings
from provenance.services.resources import load_directory


def with_standing(claim: Claim, article: Article) -> Claim:
    """By the present directory: what was derived when the claim was read may be out of date."""
    return replace(claim, chain=with_standings(claim.chain, load_directory(), article.published))
