"""Two stories side by side: their sentences aligned, and what was changed in each and in the whole."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from provenance.diffing.attributing import Side, attribution_edits
from provenance.diffing.quoting import quotation_edits
from provenance.diffing.reading import DiffWords, Telling
from provenance.diffing.retelling import retold
from provenance.diffing.whole import whole_edits
from provenance.diffing.wording import wording_edits
from provenance.diffing.words import differing_words, same_typography, shifted
from provenance.matching import Aligned, Frequencies, align_sentences, join_neighbours, said_words
from provenance.model import Edit, EditCode, Fate, SentencePair, Span, StoryDiff

Places = tuple[Span | None, Span | None, Fate, bool]


def diff_stories(before: Telling, after: Telling, words: DiffWords, frequencies: Frequencies) -> StoryDiff:
    """What the later version made of the earlier one. Takes both as they are given: which came first is for the caller
    to know."""
    pairs = _once(_pair(before, after, places, words) for places in _places(before, after, frequencies))
    found = StoryDiff(before=before.version, after=after.version, pairs=tuple(pairs))
    if not found.in_common:
        return found
    told = (edit for pair in found.pairs for edit in pair.edits)
    return replace(found, edits=_ordered(whole_edits(before, after, words, told)))


def _places(before: Telling, after: Telling, frequencies: Frequencies) -> Iterator[Places]:
    """Every sentence of either side once, in the order of the later version."""
    ours = [before.text_of(span) for span in before.sentences]
    theirs = [after.text_of(span) for span in after.sentences]
    aligned = join_neighbours(align_sentences(ours, theirs), ours, theirs)
    reworded = retold(before, after, aligned, frequencies)
    rows = sorted((*aligned, *reworded), key=lambda row: row.left)
    steady = _steady([row.right[0] for row in rows])
    moved = [row for number, row in enumerate(rows) if number not in steady]
    yield from _walked(before, after, [rows[number] for number in sorted(steady)], moved, set(reworded))


def _walked(
    before: Telling, after: Telling, steady: Sequence[Aligned], moved: Sequence[Aligned], reworded: set[Aligned]
) -> Iterator[Places]:
    """Between two sentences that kept their order: what was dropped there, then what came or was moved there."""
    gone = {number for row in moved for number in row.left}
    arrived = {row.right[0]: row for row in moved}
    inside = {number for row in moved for number in row.right[1:]}
    left = right = 0
    for row in (*steady, None):
        until_left = row.left[0] if row else len(before.sentences)
        until_right = row.right[0] if row else len(after.sentences)
        for number in range(left, until_left):
            if number not in gone:
                yield before.sentences[number], None, Fate.DROPPED, False
        for number in range(right, until_right):
            if number in arrived:
                yield *_held(before, after, arrived[number], reworded), True
            elif number not in inside:
                yield None, after.sentences[number], Fate.ADDED, False
        if row:
            yield *_held(before, after, row, reworded), False
            left, right = row.left[-1] + 1, row.right[-1] + 1


def _held(before: Telling, after: Telling, row: Aligned, reworded: set[Aligned]) -> tuple[Span, Span, Fate]:
    one = Span(before.sentences[row.left[0]].start, before.sentences[row.left[-1]].end)
    other = Span(after.sentences[row.right[0]].start, after.sentences[row.right[-1]].end)
    if row in reworded:
        return one, other, Fate.REWORDED
    same = said_words(before.text_of(one)) == said_words(after.text_of(other))
    return one, other, Fate.KEPT if same else Fate.CHANGED


def _steady(order: Sequence[int]) -> set[int]:
    """The longest rising subsequence, by the places of its numbers: all others have moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(order):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    steady: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        steady.add(place)
        place = before[place]
    return steady


def _pair(before: Telling, after: Telling, places: Places, words: DiffWords) -> SentencePair:
    one, other, fate, moved = places
    if one is None or other is None:
        return SentencePair(fate=fate, before=one, after=other)
    ours, theirs = before.text_of(one), after.text_of(other)
    edits = _ordered(edit for edit in _edits(before, after, one, other, words) if _worth_telling(edit, fate))
    only_before, only_after = differing_words(ours, theirs)
    return SentencePair(
        fate=Fate.CHANGED if fate is Fate.KEPT and edits else fate,
        before=one,
        after=other,
        moved=moved,
        only_before=shifted(only_before, one.start),
        only_after=shifted(only_after, other.start),
        edits=edits,
    )


def _worth_telling(edit: Edit, fate: Fate) -> bool:
    """Who tells all in other words has other cues as a matter of course."""
    return fate is not Fate.REWORDED or edit.code is not EditCode.CUE_CHANGED


def _edits(before: Telling, after: Telling, one: Span, other: Span, words: DiffWords) -> Iterator[Edit]:
    ours, theirs = before.text_of(one), after.text_of(other)
    sides = Side(telling=before, place=one), Side(telling=after, place=other)
    attributed = attribution_edits(*sides, words)
    if same_typography(ours, theirs):
        yield from (edit for edit in attributed if _shown_elsewhere(edit, one, other))
        return
    wording = wording_edits(ours, theirs, words)
    hedges = {edit.code for edit in wording} & {EditCode.HEDGE_LOST, EditCode.HEDGE_GAINED}
    yield from (
        replace(edit, before=shifted(edit.before, one.start), after=shifted(edit.after, other.start))
        for edit in wording
    )
    yield from quotation_edits(before, after, one, other)
    yield from (edit for edit in attributed if edit.code not in hedges)


def _shown_elsewhere(edit: Edit, one: Span, other: Span) -> bool:
    """Whether the words that show it stand outside a sentence that is the same on both sides: only then can another
    sentence's fate have changed this one's attribution."""
    outside = [not one.contains(span) for span in edit.before] + [not other.contains(span) for span in edit.after]
    return any(outside) and edit.code in (EditCode.ATTRIBUTION_LOST, EditCode.CREDIT_LOST, EditCode.HEDGE_LOST)


def _ordered(edits: Iterator[Edit]) -> tuple[Edit, ...]:
    """Each once, the weightiest first."""
    weight = {code: place for place, code in enumerate(EditCode)}
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: (weight[edit.code], edit.before, edit.after, edit.text)))


def _once(pairs: Iterator[SentencePair]) -> Iterator[SentencePair]:
    """An edit of a claim that runs over several sentences is told with the first of them."""
    told: set[Edit] = set()
    for pair in pairs:
        new = tuple(edit for edit in pair.edits if edit not in told)
        told.update(new)
        yield replace(pair, edits=new)
