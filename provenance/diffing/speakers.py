"""Speakers of one claim in two versions: named, unnamed, more, others."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.analysis.names import same_agent
from provenance.diffing.reading import DiffWords
from provenance.matching import said_words
from provenance.model import AgentKind, Claim, Edit, EditCode, Link, Spans

_ONE = frozenset({"a", "an", "one", "another"})


def speaker_edits(one: Claim, other: Claim, words: DiffWords) -> Iterator[Edit]:
    """None where the same speakers stand on both sides, however they are called."""
    ours, theirs = one.chain.speakers, other.chain.speakers
    if not ours or not theirs:
        return
    if _named(ours) and _named(theirs):
        yield from _named_edits(_named(ours), _named(theirs))
    elif _named(ours):
        text = f"{_names(ours)} has become “{_mentions(theirs)}”: the name is gone."
        yield _edit(EditCode.SPEAKER_UNNAMED, text, ours, theirs)
    elif _named(theirs):
        text = f"“{_mentions(ours)}” is now named: {_names(theirs)}."
        yield _edit(EditCode.SPEAKER_NAMED, text, ours, theirs)
    else:
        yield from _unnamed_edits(ours, theirs, words)


def _named_edits(ours: Sequence[Link], theirs: Sequence[Link]) -> Iterator[Edit]:
    if _persons(ours) and not _persons(theirs):
        text = f"{_names(ours)} has become {_names(theirs)}: the person is no longer named."
        yield _edit(EditCode.SPEAKER_UNNAMED, text, ours, theirs)
        return
    gone = [link for link in ours if not among(link, theirs)]
    come = [link for link in theirs if not among(link, ours)]
    if gone and come:
        yield _edit(EditCode.SPEAKER_CHANGED, f"{_names(gone)} has become {_names(come)}.", gone, come)
    elif gone:
        yield _edit(EditCode.SPEAKER_CHANGED, f"{_names(gone)} no longer says so.", gone, ())
    elif come:
        yield _edit(EditCode.SPEAKER_CHANGED, f"{_names(come)} now says so, too.", (), come)


def _unnamed_edits(ours: Sequence[Link], theirs: Sequence[Link], words: DiffWords) -> Iterator[Edit]:
    left, right = _mentions(ours), _mentions(theirs)
    if said_words(left) == said_words(right):
        return
    several, many = _several(ours, words), _several(theirs, words)
    code = EditCode.SPEAKER_CHANGED
    if several != many:
        code = EditCode.SOURCES_MULTIPLIED if many else EditCode.SOURCES_REDUCED
    yield _edit(code, f"“{left}” has become “{right}”.", ours, theirs)


def _several(links: Sequence[Link], words: DiffWords) -> bool:
    """Whether they are more than one, as far as the words tell."""
    if len(links) > 1:
        return True
    said = said_words(_mentions(links))
    if not said or said[0] in _ONE:
        return False
    return any(word.endswith("s") and word[:-1] in words.unnamed for word in said) or "people" in said


def among(link: Link, others: Iterable[Link]) -> bool:
    """Named alike, or alike in a name that holds the other: "Peskov", "Kremlin spokesman Dmitry Peskov"."""
    return any(same_agent(link.agent, other.agent) or _holds(link, other) or _holds(other, link) for other in others)


def _holds(link: Link, other: Link) -> bool:
    part, whole = set(link.agent.name.casefold().split()), set(other.agent.name.casefold().split())
    return bool(part) and part <= whole


def _persons(links: Iterable[Link]) -> bool:
    return any(link.agent.kind is AgentKind.PERSON for link in links)


def _named(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.agent.kind is not AgentKind.UNNAMED)


def _names(links: Iterable[Link]) -> str:
    return " and ".join(dict.fromkeys(link.agent.name for link in links))


def _mentions(links: Iterable[Link]) -> str:
    return " and ".join(dict.fromkeys(link.mention or link.agent.name for link in links))


def _edit(code: EditCode, text: str, ours: Iterable[Link], theirs: Iterable[Link]) -> Edit:
    return Edit(code=code, text=text, before=_spans(ours), after=_spans(theirs))


def _spans(links: Iterable[Link]) -> Spans:
    return tuple(sorted({link.span for link in links if link.span}))
