"""What the outlets on a claim's chain are at the day of its article."""

from dataclasses import replace

from provenance.model import Article, Claim
from provenance.outlets import Directory, with_standings


def with_standing(claim: Claim, article: Article, directory: Directory) -> Claim:
    """By the directory in force: what was derived when the claim was read may be out of date."""
    chain = with_standings(claim.chain, directory, article.published)
    return claim if chain is claim.chain else replace(claim, chain=chain)
