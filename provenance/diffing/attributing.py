"""What became of who said a sentence: speakers, cues, outlets credited."""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.analysis.names import outlet_key
from provenance.diffing.reading import DiffWords, Telling
from provenance.diffing.speakers import speaker_edits
from provenance.matching import containment, is_denial, said_words, word_similarity
from provenance.model import Claim, Edit, EditCode, Link, Mode, Span, Spans, Via

ONE_CLAIM = 0.3
"""From this part of shared words on two claims of a pair of sentences are one."""

STANDING = 0.6
"""So much of a claim's words must stand in the other sentence for the claim to be there, said by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a pair of sentences."""

    telling: Telling
    place: Span

    @property
    def words(self) -> tuple[str, ...]:
        return said_words(self.telling.text_of(self.place))

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.telling.claims_within(self.place)

    def holds(self, claim: Claim, of: Telling) -> bool:
        """Whether the words that attribute a claim of the other side all stand here: then nobody took them away."""
        said = [
            word for span in sorted((*claim.source_spans, *claim.cue_spans)) for word in said_words(of.text_of(span))
        ]
        return bool(said) and set(said) <= set(self.words)


def attribution_edits(before: Side, after: Side, words: DiffWords) -> Iterator[Edit]:
    """Of the claims that both sides make, and of those that one side attributes and the other makes without."""
    pairs = _paired(before, after)
    for one, other in pairs:
        yield from _claim_edits(one, other, before, after, words)
    mine, theirs = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    for claim in before.claims:
        if claim.id not in mine and _stands(claim, before, after):
            yield from _lost(claim)
    for claim in after.claims:
        if claim.id not in theirs and _stands(claim, after, before):
            yield from _gained(claim)


def is_attributed(claim: Claim) -> bool:
    """To a speaker, to nobody who is named, or to an outlet credited beside it; the agency at the head of an article is
    no attribution of each of its sentences."""
    return claim.mode is not Mode.OWN or any(link.via is not Via.DATELINE for link in claim.chain.carriers)


def evidence(claim: Claim) -> Spans:
    """The words that attribute it."""
    return tuple(sorted({*claim.source_spans, *claim.cue_spans}))


def _paired(before: Side, after: Side) -> list[tuple[Claim, Claim]]:
    ours, theirs = before.claims, after.claims
    found = [
        (-word_similarity(before.telling.said(one), after.telling.said(other)), one.spans, other.spans, one, other)
        for one in ours
        for other in theirs
    ]
    pairs: list[tuple[Claim, Claim]] = []
    for likeness, _, _, one, other in sorted(found, key=lambda pair: (pair[:3], pair[3].id, pair[4].id)):
        alone = len(ours) == len(theirs) == 1
        if (-likeness >= ONE_CLAIM or alone) and all(one is not left and other is not right for left, right in pairs):
            pairs.append((one, other))
    return pairs


def _stands(claim: Claim, here: Side, there: Side) -> bool:
    """Whether an attributed claim is made on the other side without the words that attribute it, and attributed to
    nobody else there."""
    if not is_attributed(claim) or there.holds(claim, here.telling):
        return False
    said = here.telling.said(claim)
    elsewhere = (there.telling.said(one) for one in there.claims if is_attributed(one))
    if any(containment(said, words) >= STANDING for words in elsewhere):
        return False
    return containment(said, there.words) >= STANDING


def _claim_edits(one: Claim, other: Claim, before: Side, after: Side, words: DiffWords) -> Iterator[Edit]:
    if is_attributed(one) and not is_attributed(other):
        yield from () if after.holds(one, before.telling) else _lost(one)
    elif is_attributed(other) and not is_attributed(one):
        yield from () if before.holds(other, after.telling) else _gained(other)
    elif is_attributed(one):
        yield from speaker_edits(one, other, words)
        yield from _cue_edits(one, other)
        yield from _credit_edits(one, other, before, after)


def _lost(claim: Claim) -> Iterator[Edit]:
    """Hearsay that becomes the publisher's own word has lost its hedge; anything else its attribution."""
    if not claim.chain.speakers and not claim.chain.carriers:
        yield Edit(code=EditCode.HEDGE_LOST, text=f"“{claim.cue or 'Hearsay'}” is gone.", before=evidence(claim))
        return
    text = f"{_named(claim)} said so; now nobody does."
    yield Edit(code=EditCode.ATTRIBUTION_LOST, text=text, before=evidence(claim))


def _gained(claim: Claim) -> Iterator[Edit]:
    if not claim.chain.speakers and not claim.chain.carriers:
        yield Edit(code=EditCode.HEDGE_GAINED, text=f"“{claim.cue or 'Hearsay'}” is new.", after=evidence(claim))
        return
    text = f"Nobody was said to say so; now {_named(claim)} does."
    yield Edit(code=EditCode.ATTRIBUTION_GAINED, text=text, after=evidence(claim))


def _named(claim: Claim) -> str:
    links = claim.chain.speakers or claim.chain.carriers
    return " and ".join(dict.fromkeys(link.agent.name for link in links))


def _cue_edits(one: Claim, other: Claim) -> Iterator[Edit]:
    if not one.cue or not other.cue or one.cue.casefold() == other.cue.casefold():
        return
    denied, denies = is_denial(one.cue), is_denial(other.cue)
    code = EditCode.CUE_CHANGED
    if denied != denies:
        code = EditCode.DENIAL_LOST if denied else EditCode.DENIAL_GAINED
    text = f"“{one.cue}” has become “{other.cue}”."
    yield Edit(code=code, text=text, before=one.cue_spans, after=other.cue_spans)


def _credit_edits(one: Claim, other: Claim, before: Side, after: Side) -> Iterator[Edit]:
    """Outlets that only one side credits with this very claim; the agency of the whole article is told of once."""
    ours, theirs = _credited(one, before), _credited(other, after)
    for key in sorted(ours.keys() - theirs.keys() - _outlets(other)):
        text = f"{ours[key].agent.name} is no longer credited with it."
        yield Edit(code=EditCode.CREDIT_LOST, text=text, before=_span(ours[key]))
    for key in sorted(theirs.keys() - ours.keys() - _outlets(one)):
        text = f"It is now credited to {theirs[key].agent.name}."
        yield Edit(code=EditCode.CREDIT_GAINED, text=text, after=_span(theirs[key]))


def _credited(claim: Claim, side: Side) -> dict[str, Link]:
    carriers = {outlet_key(link.agent): link for link in claim.chain.carriers}
    return {key: link for key, link in carriers.items() if key not in side.telling.whole_credits}


def _outlets(claim: Claim) -> set[str]:
    return {outlet_key(link.agent) for link in (claim.chain.publisher, *claim.chain.carriers)}


def _span(link: Link) -> Spans:
    return (link.span,) if link.span else ()
