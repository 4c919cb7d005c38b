"""Claims told in one line each, so that a test can hold a whole reading against a whole expectation."""

from typing import Any

from provenance.extraction import Reader, extract_claims
from provenance.model import Article, Claim, Mode


def read(reader: Reader, text: str, **values: Any) -> tuple[Claim, ...]:
    """Any because the values are those of Article."""
    return extract_claims(Article(text=text, **values), reader)


def attributed(reader: Reader, text: str, **values: Any) -> list[str]:
    """Every claim that is not the publisher's own voice, as "content | carriers | speakers"."""
    return [told(claim) for claim in read(reader, text, **values) if claim.mode is not Mode.OWN]


def told(claim: Claim) -> str:
    carriers = ", ".join(f"{link.agent.outlet or link.agent.name}:{link.via}" for link in claim.chain.carriers)
    speakers = ", ".join(f"{link.agent.name} ({link.agent.kind})" for link in claim.chain.speakers)
    return f"{claim.text} | {carriers or '-'} | {speakers or '-'}"
