"""From the probabilities of a window's pieces to attributions: whole words, whole phrases, no part twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.extraction.labels import CONTENT, CUE, KINDS, NONE, PERSON, VIA
from provenance.extraction.windows import NO_WORD, Window
from provenance.model import Attribution, Span

Chances = NDArray[np.float32]

_SOURCE = PERSON
"""What a word is once the kinds of sources are taken together."""
_OPENING, _CLOSING = "“„«\"‘'", "”»\"’'"
_THAT = re.compile(r"that (?!(?:is|was|are|were|would|will|could|can|may|might|should|must|does|did|has|had)\b)")
_BEFORE_A_NOUN = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "my", "some", "several", "many"])
_WANTS_MORE = _BEFORE_A_NOUN | frozenset(["of", "for", "and", "at", "in", "from", "with", "to"])
_NEVER_LAST = _WANTS_MORE | frozenset(["or", "which", "that", "as", "by", "than"])
_SAME_SOURCE_GAP = 1
_CUE_WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_ABBREVIATED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
"""U.S. with its last full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Tuned on development data, stored with the model. The biases `source`, `content` and `via` are added to a word's
    chances. `confidence` is how sure a statement must be whose cue has a word of reporting, `attitude` one with another
    cue ("wants", "backs"). `gap` is the words between two pieces of a content that are taken in, `shortest` those of a
    piece beside a longer one, `overhang` those that may hang over a sentence end and are cut, `overlap` the share of
    common words that makes two contents the same."""

    cue: float = 0.5
    confidence: float = 0.4
    attitude: float = 0.4
    source: float = 0.0
    content: float = 0.0
    via: float = -0.4
    gap: int = 1
    shortest: int = 2
    overhang: int = 2
    overlap: float = 0.5


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a window: their characters, whether they hold a letter or digit."""

    spans: tuple[Span, ...]
    telling: tuple[bool, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rated:
    confidence: float
    numbers: frozenset[int]
    attribution: Attribution


def decode(
    text: str,
    window: Window,
    candidates: tuple[NDArray[np.int64], Chances, Chances],
    thresholds: Thresholds,
    reporting: frozenset[str],
) -> list[Attribution]:
    """`candidates`: the first piece of each cue, how likely it is, the chances of the nine tags of each piece;
    `reporting`: words that report, in small letters."""
    words, per_word = _by_word(text, window, candidates[2])
    rated = []
    for start, chance, chances in zip(candidates[0], candidates[1], per_word, strict=True):
        if chance >= thresholds.cue and window.words[start] != NO_WORD:
            # Counted by its pieces: a soft hyphen is a word of the text of which the vocabulary leaves none.
            first = int(np.count_nonzero(np.diff(window.words[1 : start + 1])))
            one = _attribution(text, words, first, chances, thresholds)
            if one and one.confidence * chance >= _least(text, one.attribution, thresholds, reporting):
                rated.append(_Rated(float(one.confidence * chance), one.numbers, one.attribution))
    return _without_repeats(rated, thresholds.overlap)


def _least(text: str, attribution: Attribution, thresholds: Thresholds, reporting: frozenset[str]) -> float:
    words = (word for span in attribution.cue for word in _CUE_WORD.findall(span.of(text).lower()))
    return thresholds.confidence if any(word in reporting for word in words) else thresholds.attitude


def without_that(text: str, content: Span) -> Span:
    """A content does not begin with the "that" which ties it to its cue; "that was wrong" does."""
    match = _THAT.match(text, content.start, content.end)
    return Span(match.end(), content.end) if match and match.end() < content.end else content


def _by_word(text: str, window: Window, tags: Chances) -> tuple[_Words, Chances]:
    inner = window.words[1:-1]
    firsts = np.flatnonzero(np.diff(inner, prepend=NO_WORD))
    counts = np.diff(firsts, append=len(inner))
    sums = np.add.reduceat(tags[:, 1:-1], firsts, axis=1)
    lasts = firsts + counts - 1
    places = zip(window.starts[1:-1][firsts], window.ends[1:-1][lasts], strict=True)
    spans = tuple(Span(int(start), int(end)) for start, end in places)
    texts = tuple(span.of(text) for span in spans)
    telling = tuple(any(character.isalnum() for character in each) for each in texts)
    return _Words(spans, telling, texts), (sums / counts[None, :, None]).astype(np.float32)


def _attribution(text: str, words: _Words, first: int, chances: Chances, thresholds: Thresholds) -> _Rated | None:
    kinds = chances[:, _SOURCE:]
    chances = np.column_stack((chances[:, :_SOURCE], kinds.sum(1)))
    tags = _tags(chances, thresholds)
    tags[first] = CUE
    content = _content(words, tags, thresholds)
    if not content:
        return None
    source = _source(words, tags, chances)
    numbers = [n for a, b in content for n in range(a, b) if words.telling[n]]
    content[-1] = _to_its_end(words, tags, *content[-1])
    spans = [without_that(text, _with_marks(words, a, b)) for a, b in content]
    outlets = [_outlet_tag(tag, row) for tag, row in zip(tags, kinds, strict=True)]
    attribution = Attribution(
        content=tuple(spans),
        source=(_span(words, *source),) if source else (),
        cue=tuple(_span(words, a, b) for a, b in _runs(words, tags, CUE)),
        via=tuple(_span(words, a, b) for a, b in _runs(words, outlets, VIA)),
        kind=KINDS[int(kinds[source[0] : source[1]].sum(0).argmax())] if source else None,
    )
    return _Rated(float(chances[numbers, CONTENT].mean()), frozenset(numbers), attribution)


def _tags(chances: Chances, thresholds: Thresholds) -> list[int]:
    """The likeliest of each word."""
    biases = np.array([0, thresholds.content, 0, thresholds.via, thresholds.source], dtype=np.float32)
    return [int(tag) for tag in (chances + biases).argmax(1)]


def _outlet_tag(tag: int, kinds: Chances) -> int:
    """VIA where a word names an outlet, be it the source or not."""
    return VIA if tag == VIA or (tag == _SOURCE and int(kinds.argmax()) == len(KINDS) - 1) else NONE


def _runs(words: _Words, tags: Sequence[int], tag: int) -> list[tuple[int, int]]:
    """Neighbouring words of a tag as (first, behind the last), whatever punctuation stands between them."""
    runs: list[tuple[int, int]] = []
    for n, each in enumerate(tags):
        if each != tag or not words.telling[n]:
            continue
        if runs and not any(words.telling[runs[-1][1] : n]):
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs


def _joined(words: _Words, runs: list[tuple[int, int]], tags: Sequence[int], gap: int) -> list[tuple[int, int]]:
    """Runs with at most `gap` words between them, none of which is tagged, are one."""
    joined = runs[:1]
    for a, b in runs[1:]:
        between = range(joined[-1][1], a)
        telling = [n for n in between if words.telling[n]]
        if len(telling) <= gap and all(tags[n] == NONE for n in telling):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _content(words: _Words, tags: Sequence[int], thresholds: Thresholds) -> list[tuple[int, int]]:
    runs = _joined(words, _runs(words, tags, CONTENT), tags, thresholds.gap)
    runs = [_without_overhang(words, *run, thresholds.overhang) for run in runs]
    long = [run for run in runs if _count(words, *run) >= thresholds.shortest]
    return long or sorted(runs, key=lambda run: (-_count(words, *run), run))[:1]


def _to_its_end(words: _Words, tags: Sequence[int], a: int, b: int) -> tuple[int, int]:
    """Nothing ends on "the", "of" or "or": what follows them to the next mark belongs to it."""
    if words.texts[b - 1].lower() in _NEVER_LAST:
        while b < len(tags) and tags[b] in (NONE, CONTENT) and words.telling[b]:
            b += 1
    return a, b


def _without_overhang(words: _Words, a: int, b: int, most: int) -> tuple[int, int]:
    """Without a few words before the first or behind the last sentence end."""
    ends = [n for n in range(a, b) if words.texts[n] in (".", "!", "?")]
    if ends and 0 < _count(words, ends[-1], b) <= most and _count(words, a, ends[-1]) > 2 * most:
        b = ends[-1]
        ends = ends[:-1]
    if ends and 0 < _count(words, a, ends[0]) <= most and _count(words, ends[0], b) > 2 * most:
        a = next(n for n in range(ends[0], b) if words.telling[n])
    return a, max(n for n in range(a, b) if words.telling[n]) + 1


def _count(words: _Words, a: int, b: int) -> int:
    return sum(words.telling[a:b])


def _source(words: _Words, tags: list[int], chances: Chances) -> tuple[int, int] | None:
    """The likeliest phrase, with the article before it and without a preposition left hanging."""
    runs = _joined(words, _runs(words, tags, _SOURCE), tags, _SAME_SOURCE_GAP)
    if not runs:
        return None
    a, b = max(runs, key=lambda run: (chances[run[0] : run[1], _SOURCE].sum(), -run[0]))
    if a and tags[a - 1] == NONE and words.texts[a - 1].lower() in _BEFORE_A_NOUN:
        a -= 1
    while b < len(tags) and tags[b] == NONE and words.telling[b] and words.texts[b - 1].lower() in _WANTS_MORE:
        b += 1
    while b > a + 1 and words.texts[b - 1].lower() in _WANTS_MORE:
        b -= 1
    return a, b


def _span(words: _Words, a: int, b: int) -> Span:
    abbreviated = b < len(words.spans) and words.texts[b] == "." and _ABBREVIATED.fullmatch(words.texts[b - 1])
    return Span(words.spans[a].start, words.spans[b if abbreviated else b - 1].end)


def _with_marks(words: _Words, a: int, b: int) -> Span:
    """With the quotation marks that touch it, and with a question mark."""
    if a and words.texts[a - 1] in _OPENING and words.spans[a - 1].end == words.spans[a].start:
        a -= 1
    last = n = b
    while n < len(words.spans) and not words.telling[n] and words.spans[n].start == words.spans[n - 1].end:
        n += 1
        if words.texts[n - 1] in _CLOSING or words.texts[n - 1] in "?!":
            last = n
    return _span(words, a, last)


def _without_repeats(rated: Iterable[_Rated], overlap: float) -> list[Attribution]:
    """Of two with much the same content the surer one stands. Speech within speech is no repeat, however little is
    around it: "Interfax reported that X said P"."""
    kept: list[_Rated] = []
    for one in sorted(rated, key=lambda each: (-each.confidence, each.attribution.cue)):
        if all(_holds(one, each) or _holds(each, one) or not _alike(one, each, overlap) for each in kept):
            kept.append(one)
    return sorted((each.attribution for each in kept), key=lambda each: (each.content, each.cue))


def _alike(left: _Rated, right: _Rated, overlap: float) -> bool:
    return len(left.numbers & right.numbers) > overlap * len(left.numbers | right.numbers)


def _holds(outer: _Rated, inner: _Rated) -> bool:
    """The content of the outer one holds the cue of the inner one."""
    cue = inner.attribution.cue[:1]
    return any(piece.contains(span) for piece in outer.attribution.content for span in cue)
