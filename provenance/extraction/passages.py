"""The passages of an article with all that is read off them: sentences, names, attributions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.labels import WordKind
from provenance.extraction.layout import Block
from provenance.extraction.sentences import find_sentences
from provenance.extraction.tagger import Marked, Tagger
from provenance.extraction.windows import find_units
from provenance.model import Attribution, Span

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`states` is true when it tells an event or a figure: a subject, and a verb in the past or a number."""

    span: Span
    states: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One block, or several that belong together. All offsets count in the article's text."""

    block: Block
    sentences: tuple[Sentence, ...]
    people: tuple[Span, ...]
    bodies: tuple[Span, ...]
    subjects: tuple[Span, ...]
    attributions: tuple[Attribution, ...]


def read_passages(text: str, blocks: Sequence[Block], tagger: Tagger) -> tuple[Passage, ...]:
    """In the order of the text. What is found in one does not depend on the others."""
    kinds = {block.span.start: block.kind for block in blocks}
    units = find_units(text, [block.span for block in blocks])
    return tuple(_passage(text, Block(kinds[unit.start], unit), tagger) for unit in units)


def _passage(text: str, block: Block, tagger: Tagger) -> Passage:
    tagged = tagger.tag(text, block.span)
    sentences = find_sentences(text, block.span)
    return Passage(
        block=block,
        sentences=tuple(Sentence(span, _states(text, span, tagged.marked)) for span in sentences),
        people=tuple(each.span for each in tagged.marked if each.kind is WordKind.PERSON),
        bodies=tuple(each.span for each in tagged.marked if each.kind is WordKind.ORGANISATION),
        subjects=tuple(each.span for each in tagged.marked if each.kind is WordKind.SUBJECT),
        attributions=tagged.attributions,
    )


def _states(text: str, sentence: Span, marked: Sequence[Marked]) -> bool:
    kinds = {each.kind for each in marked if sentence.contains(each.span)}
    tells = WordKind.PAST in kinds or _NUMBER.search(text, sentence.start, sentence.end)
    return WordKind.SUBJECT in kinds and bool(tells) and not sentence.of(text).endswith("?")
