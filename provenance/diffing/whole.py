"""Edits that concern a whole story: its agency's credit, its voices, its headline."""

from collections.abc import Iterable, Iterator

from provenance.analysis.names import outlet_key
from provenance.diffing.reading import DiffWords, Telling
from provenance.diffing.speakers import among
from provenance.diffing.wording import wording_edits
from provenance.diffing.words import same_typography
from provenance.model import AgentKind, Edit, EditCode, Link, Span


def whole_edits(before: Telling, after: Telling, words: DiffWords, told: Iterable[Edit]) -> Iterator[Edit]:
    """For two stories that have something in common; `told` are the edits of their sentences."""
    yield from _credit_edits(before, after)
    yield from _voice_edits(before, after, frozenset(span for edit in told for span in (*edit.before, *edit.after)))
    yield from _headline_edits(before, after, words)


def _credit_edits(before: Telling, after: Telling) -> Iterator[Edit]:
    """The agency of the earlier version: its publisher, and who it credits with the whole of it."""
    ours, theirs = _outlets(before), _outlets(after)
    credited = dict(before.whole_credits)
    if before.publisher:
        credited[outlet_key(before.publisher.agent)] = before.publisher
    for key, link in credited.items():
        if key not in theirs:
            where = (link.span,) if link.span else ()
            what = "credited with the whole of the first version" if where else "the publisher of the first version"
            text = f"{link.agent.name}, {what}, is credited nowhere in the second."
            yield Edit(code=EditCode.CREDIT_LOST, text=text, before=where)
    for key, link in after.whole_credits.items():
        if key not in ours:
            text = f"The second version credits {link.agent.name} with the whole of it."
            yield Edit(code=EditCode.CREDIT_GAINED, text=text, after=(link.span,) if link.span else ())


def _outlets(telling: Telling) -> set[str]:
    links = (link for claim in telling.claims for link in (claim.chain.publisher, *claim.chain.carriers))
    return {outlet_key(link.agent) for link in links}


def _voice_edits(before: Telling, after: Telling, told: frozenset[Span]) -> Iterator[Edit]:
    """Named speakers that only one version lets speak, unless a sentence's edits have told of them."""
    ours, theirs = _voices(before), _voices(after)
    for link in ours:
        if not among(link, theirs) and link.span not in told:
            text = f"{link.agent.name} speaks in the first version and not in the second."
            yield Edit(code=EditCode.VOICE_DROPPED, text=text, before=(link.span,) if link.span else ())
    for link in theirs:
        if not among(link, ours) and link.span not in told:
            text = f"{link.agent.name} speaks in the second version and not in the first."
            yield Edit(code=EditCode.VOICE_ADDED, text=text, after=(link.span,) if link.span else ())


def _voices(telling: Telling) -> list[Link]:
    """One link for each speaker who is named, the first."""
    links = [link for claim in telling.claims for link in claim.chain.speakers]
    names = {link.agent.name: link for link in reversed(links) if link.agent.kind is not AgentKind.UNNAMED}
    found: list[Link] = []
    for link in reversed(names.values()):
        if not among(link, found):
            found.append(link)
    return found


def _headline_edits(before: Telling, after: Telling, words: DiffWords) -> Iterator[Edit]:
    """A headline has no place in the text where the page sets it apart: the words stand in the sentence alone."""
    one, other = before.article.title, after.article.title
    if not one or not other or same_typography(one, other):
        return
    yield Edit(code=EditCode.HEADLINE_CHANGED, text=f"The headline “{one}” now reads “{other}”.")
    for edit in wording_edits(one, other, words):
        yield Edit(code=edit.code, text=f"In the headline: {edit.text}")
