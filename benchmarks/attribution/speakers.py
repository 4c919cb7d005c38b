"""The measures of who is meant: canonical names, the unnamed, documents, and what nobody is named for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.attribution.measures import Row, Score
from benchmarks.attribution.words import Words, words_of

NAMED = ("person", "organisation")
NOTHING = Score()
_JOINING = re.compile(r",? and |, |; ")
_LEFT_OUT = frozenset({"the", "a", "an", "s", "news", "agency", "of", "for", "and"})


@dataclass(frozen=True, slots=True)
class SpeakerScores:
    """Over the gold attributions of each kind. `named`: the content is found and the speaker has the gold's canonical
    name; `resolved`: the same, of those whose content and source are found. `unnamed`, `documents`: found, and the
    speaker marked so; `unsourced`: found, with no speaker."""

    named: Score = NOTHING
    resolved: Score = NOTHING
    unnamed: Score = NOTHING
    documents: Score = NOTHING
    unsourced: Score = NOTHING

    def __add__(self, other: "SpeakerScores") -> "SpeakerScores":
        return SpeakerScores(
            self.named + other.named,
            self.resolved + other.resolved,
            self.unnamed + other.unnamed,
            self.documents + other.documents,
            self.unsourced + other.unsourced,
        )


def speaker_scores(text: str, gold: Sequence[Row], given: Sequence[Row]) -> SpeakerScores:
    words = words_of(text)
    scores = SpeakerScores()
    for row in gold:
        if "speaker_kind" in row:
            scores += _score(row, [each for each in given if _same_content(row, each, words)], words)
    return scores


def _score(row: Row, hits: Sequence[Row], words: Words) -> SpeakerScores:
    kind = row["speaker_kind"]
    if kind == "unnamed":
        return SpeakerScores(unnamed=_found(any(hit["speaker_kind"] == kind for hit in hits)))
    if kind == "document":
        return SpeakerScores(documents=_found(any(hit["speaker_kind"] == kind for hit in hits)))
    if kind == "none":
        return SpeakerScores(unsourced=_found(any(not hit["source"] for hit in hits)))
    if kind not in NAMED or row["speaker"] is None:
        return SpeakerScores()
    right = any(same_name(row["speaker"], hit["speaker"]) for hit in hits)
    source = words.telling(words.covered(row["source"]))
    located = any(source & words.covered([*hit["source"], *hit["via"]]) for hit in hits)
    return SpeakerScores(named=_found(right), resolved=Score(right and located, located))


def _found(right: bool) -> Score:
    return Score(right, 1)


def _same_content(left: Row, right: Row, words: Words) -> bool:
    one, other = words.covered(left["content"]), words.covered(right["content"])
    return bool(one) and 2 * len(one & other) >= max(len(one), len(other))


def same_name(left: str | None, right: str | None) -> bool:
    """Equal but for articles, possessives, marks and the words "news agency"; joint speakers in any order."""
    if left is None or right is None:
        return left is right
    return _names(left) == _names(right)


def _names(name: str) -> frozenset[str]:
    parts = (re.findall(r"[^\W_]+", part.lower()) for part in _JOINING.split(name))
    return frozenset(" ".join(word for word in part if word not in _LEFT_OUT) for part in parts)
