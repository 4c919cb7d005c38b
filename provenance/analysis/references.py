"""The claims that a decision is about, found among those that their article has now."""

from collections.abc import Sequence

from provenance.model import Claim, ClaimReference, Spans, agents_of

SAME_PLACE = 0.5
"""The part of the characters of both that two readings of one claim have in common at least."""


def find_again(reference: ClaimReference, claims: Sequence[Claim]) -> str | None:
    """The claim of an article that a reference means: the same one, else one with the same words, else, in the same
    text, the one in the same place; of several that with the same agents. None where it is there no more."""
    if any(claim.id == reference.claim for claim in claims):
        return reference.claim
    alike = [claim for claim in claims if bare(claim.text) == bare(reference.text)]
    if not alike:
        near = [claim for claim in claims if claim.revision == reference.revision]
        alike = [claim for claim in near if shared_part(claim.spans, reference.spans) >= SAME_PLACE]
    same = [claim for claim in alike if agents_of(claim) == reference.agents]
    chosen = same or (alike if len(alike) == 1 else [])
    return (
        min(chosen, key=lambda claim: (abs(claim.spans[0].start - reference.spans[0].start), claim.id)).id
        if chosen
        else None
    )


def is_twin(left: Claim, right: Claim) -> bool:
    """Two readings of one claim of one text: in the same place, by the same agents."""
    return agents_of(left) == agents_of(right) and shared_part(left.spans, right.spans) >= SAME_PLACE


def bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!?“”\"'")


def shared_part(left: Spans, right: Spans) -> float:
    """Of the characters of both."""
    ours, theirs = ({at for span in spans for at in range(span.start, span.end)} for spans in (left, right))
    return len(ours & theirs) / len(ours | theirs)
