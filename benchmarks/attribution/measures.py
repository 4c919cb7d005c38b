"""The measures: content with source, strict spans, speaker and outlet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.attribution.words import Words, words_of

Row = Mapping[str, Any]
"""An attribution as read from JSON: lists of [start, end] under content, source, cue and via. Any: it is JSON."""

_SPEECH_WORDS = re.compile(
    r"""\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|ask(?:s|ed|ing)?|
    wr(?:ite|ites|ote|itten|iting)|tweet\w*|retweet\w*|post(?:s|ed)|report(?:s|ed|ing|edly)?|not(?:e|es|ed|ing)|
    announc\w+|suggest\w*|argu\w+|explain\w*|acknowledg\w+|accus\w+|declar\w+|recall\w*|conclud\w+|claim\w*|respond\w*|
    stat(?:e|es|ed|ing)|warn\w*|insist\w*|repl(?:y|ies|ied|ying)|reveal\w*|confirm\w*|den(?:y|ies|ied|ying)|
    cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|alleg\w+|assert\w*|contend\w*|maintain\w*|admit\w*|conced\w+|
    point(?:s|ed|ing)?\ out|remark\w*|mention\w*|comment\w*|complain\w*|criticiz\w+|call(?:s|ed|ing)?|describ\w+|
    emphasi\w+|stress\w*|urg(?:e|es|ed|ing)|promis\w+|pledg\w+|vow\w*|predict\w*|testif\w+|continu(?:e|es|ed)|went\ on|
    joke[ds]?|quip\w*|observ\w+|estimat\w+|find(?:s)?|found|show(?:s|ed|n)?|indicat\w+|disclos\w+|statement|interview|
    speech|per|via)\b|:""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, wanted and given."""

    right: int = 0
    wanted: int = 0
    given: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wanted + other.wanted, self.given + other.given)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class SpanScores:
    content: Score = Score()
    content_source: Score = Score()
    strict: Score = Score()

    def __add__(self, other: "SpanScores") -> "SpanScores":
        return SpanScores(
            self.content + other.content, self.content_source + other.content_source, self.strict + other.strict
        )


@dataclass(frozen=True, slots=True)
class _Covered:
    row: Row
    content: frozenset[int]
    source: frozenset[int]


def _covered(rows: Sequence[Row], words: Words) -> list[_Covered]:
    """Attributions without a word of content do not count."""
    all_ = (_Covered(r, words.covered(r.get("content") or ()), words.covered(r.get("source") or ())) for r in rows)
    return [each for each in all_ if each.content]


def _same_source(gold: _Covered, given: _Covered, words: Words) -> bool:
    """A word in common that is no function word; a gold without source wants one without."""
    return bool(words.telling(gold.source) & given.source) if gold.source else not given.source


def _matched(gold: Sequence[_Covered], given: Sequence[_Covered], words: Words) -> dict[int, int]:
    """One to one, the best overlap first; a pair matches when the overlap is at least half of the longer one."""
    pairs = []
    for i, left in enumerate(gold):
        for j, right in enumerate(given):
            common = len(left.content & right.content)
            if common and common >= 0.5 * max(len(left.content), len(right.content)):
                jaccard = common / len(left.content | right.content)
                pairs.append((-jaccard, not _same_source(left, right, words), i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _is_speech(row: Row, text: str) -> bool:
    return bool(_SPEECH_WORDS.search(" ".join(text[start:end] for start, end in row.get("cue") or ())))


def span_scores(text: str, gold_rows: Sequence[Row], given_rows: Sequence[Row], *, speech: bool) -> SpanScores:
    """With `speech`, a gold attribution whose cue holds no reporting word is optional: neither missed nor counted."""
    words = words_of(text)
    gold, given = _covered(gold_rows, words), _covered(given_rows, words)
    matched = _matched(gold, given, words)
    wanted = [i for i, each in enumerate(gold) if not speech or _is_speech(each.row, text)]
    optional = sum(i not in wanted for i in matched)
    pairs = [(gold[i], given[matched[i]]) for i in wanted if i in matched]
    same = [(left, right) for left, right in pairs if _same_source(left, right, words)]
    exact = [pair for pair in pairs if (pair[0].content, pair[0].source) == (pair[1].content, pair[1].source)]
    return SpanScores(*(Score(len(right), len(wanted), len(given) - optional) for right in (pairs, same, exact)))


@dataclass(frozen=True, slots=True)
class OutletScores:
    """`outlet` over the gold attributions that an outlet carried; `chain` over those with a speaker besides;
    `spurious` of the outlets given."""

    content: Score = Score()
    speaker: Score = Score()
    outlet: Score = Score()
    chain: Score = Score()
    spurious: Score = Score()

    def __add__(self, other: "OutletScores") -> "OutletScores":
        return OutletScores(
            self.content + other.content,
            self.speaker + other.speaker,
            self.outlet + other.outlet,
            self.chain + other.chain,
            self.spurious + other.spurious,
        )


def outlet_scores(text: str, gold: Sequence[Row], given: Sequence[Row]) -> OutletScores:
    """An outlet that is itself the gold source may stand in the source or in the via of what is given."""
    words = words_of(text)
    all_via = words.covered(span for row in gold for span in row.get("via") or ())
    carried = [row for row in given if row.get("via")]
    spurious = sum(not words.covered(row["via"]) & all_via for row in carried)
    scores = OutletScores(spurious=Score(spurious, len(carried), len(carried)))
    for row in gold:
        scores += _outlet_score(row, given, words)
    return scores


def _outlet_score(row: Row, given: Sequence[Row], words: Words) -> OutletScores:
    content, source, via = (words.covered(row.get(key) or ()) for key in ("content", "source", "via"))
    hits = [r for r in given if 2 * len(words.covered(r["content"]) & content) >= _longer(r, content, words)]
    is_source = bool(source & via)
    speaker = any(words.telling(source) & words.covered(r.get("source") or ()) for r in hits)
    places = [(r.get("via") or []) + ((r.get("source") or []) if is_source else []) for r in hits]
    outlet = bool(via) and any(words.telling(via) & words.covered(place) for place in places)
    chain = bool(via and source and not is_source)
    return OutletScores(
        content=Score(bool(hits), 1),
        speaker=Score(speaker, 1),
        outlet=Score(outlet, bool(via)),
        chain=Score(chain and speaker and outlet, chain),
    )


def _longer(row: Row, content: frozenset[int], words: Words) -> int:
    return max(len(content), len(words.covered(row["content"])), 1)
