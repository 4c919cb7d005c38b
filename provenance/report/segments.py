"""A text cut wherever a claim begins or ends, so that claims which overlap can all be marked."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.report.schema import Place

_LINES = re.compile(r"\n\s*")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WRAPPED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """`claims` are the numbers of the claims that hold these characters, the shortest first. `home` says that the
    shortest one is marked here first; `starts` are claims that are nowhere the shortest and begin here."""

    text: str
    claims: tuple[int, ...]
    home: bool = False
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`before` is the white space that parts it from the one before; `after` what follows the last one."""

    segments: tuple[Segment, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some paragraphs of a text; `start` is where they begin in it."""

    start: int
    paragraphs: tuple[Paragraph, ...]


def cut_around(text: str, number: int, places: Sequence[Place]) -> Excerpt:
    """The paragraphs in which one claim stands, all between them, and one on either side."""
    paragraphs = cut_paragraphs(text, {number: places})
    holding = [at for at, paragraph in enumerate(paragraphs) if _holds(paragraph, number)]
    first, last = max(holding[0] - 1, 0), holding[-1] + 1
    start = sum(_length(paragraph) for paragraph in paragraphs[:first])
    return Excerpt(start=start, paragraphs=paragraphs[first : last + 1])


def _holds(paragraph: Paragraph, number: int) -> bool:
    return any(number in segment.claims or number in segment.starts for segment in paragraph.segments)


def _length(paragraph: Paragraph) -> int:
    return len(paragraph.before) + sum(len(segment.text) for segment in paragraph.segments) + len(paragraph.after)


def cut_paragraphs(text: str, claims: Mapping[int, Sequence[Place]]) -> tuple[Paragraph, ...]:
    """The text, whole: the pieces put one after the other give it back. Lines are paragraphs; in a text that is wrapped
    at a fixed width blank lines part them. `claims` holds the places of each claim by its number."""
    order = sorted(claims, key=lambda number: (sum(end - start for start, end in claims[number]), number))
    cuts, holders = _regions(claims, order)
    homeless = set(order)
    paragraphs: list[Paragraph] = []
    for before, start, end, after in _stretches(text):
        segments = [
            Segment(text=text[one:two], claims=holders[bisect_right(cuts, one)])
            for one, two in _pieces(start, end, cuts)
        ]
        paragraphs.append(Paragraph(segments=tuple(_settled(segments, homeless)), before=before, after=after))
    return _with_starts(paragraphs, homeless)


def _regions(claims: Mapping[int, Sequence[Place]], order: Sequence[int]) -> tuple[list[int], list[tuple[int, ...]]]:
    """Where the set of claims changes, and that set: before the first change, after the first, after the second, ..."""
    rank = {number: position for position, number in enumerate(order)}
    changes: dict[int, Counter[int]] = {}
    for number in order:
        for start, end in claims[number]:
            changes.setdefault(start, Counter())[number] += 1
            changes.setdefault(end, Counter())[number] -= 1
    active: Counter[int] = Counter()
    holders: list[tuple[int, ...]] = [()]
    for cut in sorted(changes):
        active.update(changes[cut])
        active = +active
        holders.append(tuple(sorted(active, key=rank.__getitem__)))
    return sorted(changes), holders


def _stretches(text: str) -> Iterator[tuple[str, int, int, str]]:
    """White space before, start, end, and what is left after the last one."""
    lines = text.splitlines()
    wrapped = max(map(len, lines), default=0) <= _WRAPPED and _BLANK_LINES.search(text.strip())
    at = len(text) - len(text.lstrip())
    before = text[:at]
    final = len(text.rstrip())
    for gap in (_BLANK_LINES if wrapped else _LINES).finditer(text, at, max(final, at)):
        yield before, at, gap.start(), ""
        before, at = gap.group(), gap.end()
    yield before, at, max(final, at), text[max(final, at) :]


def _pieces(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    at = start
    for cut in cuts[bisect_right(cuts, start) :]:
        if cut >= end:
            break
        yield at, cut
        at = cut
    if at < end:
        yield at, end


def _settled(segments: Sequence[Segment], homeless: set[int]) -> Iterator[Segment]:
    """Every claim gets its home where it is the shortest for the first time."""
    for segment in segments:
        home = bool(segment.claims) and segment.claims[0] in homeless and bool(segment.text.strip())
        if home:
            homeless.discard(segment.claims[0])
        yield Segment(text=segment.text, claims=segment.claims, home=home)


def _with_starts(paragraphs: Sequence[Paragraph], homeless: set[int]) -> tuple[Paragraph, ...]:
    """Claims without a home begin at the first segment that holds them."""
    left = set(homeless)
    finished: list[Paragraph] = []
    for paragraph in paragraphs:
        segments: list[Segment] = []
        for segment in paragraph.segments:
            starts = tuple(sorted(left.intersection(segment.claims)))
            left.difference_update(starts)
            segments.append(Segment(text=segment.text, claims=segment.claims, home=segment.home, starts=starts))
        finished.append(Paragraph(segments=tuple(segments), before=paragraph.before, after=paragraph.after))
    return (*finished[:-1], _closed(finished[-1], left))


def _closed(last: Paragraph, left: set[int]) -> Paragraph:
    """Claims that lie in white space alone are marked at the end: every claim can be reached."""
    if not left:
        return last
    end = Segment(text="", claims=(), starts=tuple(sorted(left)))
    return Paragraph(segments=(*last.segments, end), before=last.before, after=last.after)
