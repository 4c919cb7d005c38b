"""Headlines that say what the body says: linked to the body's claim, not counted twice."""

import re
from collections.abc import Sequence
from dataclasses import replace

from provenance.extraction.layout import Block, BlockKind
from provenance.extraction.nouns import words_of
from provenance.model import Claim, Span

_SAME = 0.6
_STEM = 5
_FUNCTION_WORDS = (
    "a an the of to in on at by for from with and or but as that this it its he his she her they their is are was were "
    "be been has have had will would not no who which after over into amid says said"
)
_LEFT_OUT = frozenset(_FUNCTION_WORDS.split(" "))


def with_headlines_linked(claims: Sequence[Claim], blocks: Sequence[Block]) -> tuple[Claim, ...]:
    """Without the headline's claims that one of the body repeats: its `headline_spans` say where they stand."""
    heads = [block.span for block in blocks if block.kind is BlockKind.HEADLINE]
    kept: list[Claim] = [claim for claim in claims if not _within(claim.spans, heads)]
    for claim in claims:
        if not _within(claim.spans, heads):
            continue
        original = _original(claim, [other for other in kept if not _within(other.spans, heads)])
        if original is None:
            kept.append(claim)
        else:
            spans = tuple(sorted({*original.headline_spans, *claim.spans}))
            kept[kept.index(original)] = replace(original, headline_spans=spans)
    return tuple(sorted(kept, key=lambda claim: (claim.spans, claim.id)))


def _within(spans: Sequence[Span], heads: Sequence[Span]) -> bool:
    return all(any(head.contains(span) for head in heads) for span in spans)


def _original(copy: Claim, others: Sequence[Claim]) -> Claim | None:
    """Of the claims that may be by the same speaker the one with most of the headline's words; of equals the first."""
    wanted = _stems(copy.text)
    found = [(len(wanted & _stems(other.text)), other) for other in others if _may_be_one(copy, other)]
    best = max((common for common, _ in found), default=0)
    if not wanted or best < _SAME * len(wanted):
        return None
    return next(other for common, other in found if common == best)


def _may_be_one(left: Claim, right: Claim) -> bool:
    """A headline may leave the speaker out or call it in short, "ministry"; it names no other one."""
    one, other = ([words_of(link.agent.name) for link in claim.chain.speakers] for claim in (left, right))
    return not one or not other or any(short <= name or name <= short for short in one for name in other)


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _LEFT_OUT)
