"""The parser: sentences, names and attributions of an article as plain values, so that nothing else depends on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from provenance.errors import ModelError
from provenance.extraction.finding import find_attributions
from provenance.extraction.layout import Block
from provenance.extraction.lexicon import Lexicon
from provenance.model import Attribution, Span

_BATCH = 32
_PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """`states` is true when it tells an event or a figure: a verb in the past, or a number."""

    span: Span
    states: bool


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text; `kind` is person, organisation or place."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedBlock:
    """All offsets count in the article's text."""

    block: Block
    sentences: tuple[ParsedSentence, ...]
    names: tuple[NamedSpan, ...]
    attributions: tuple[Attribution, ...]


_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "place",
    "GPE": "place",
    "LOC": "place",
    "FAC": "organisation",
}


def load_parser(name: str) -> Language:
    """An installed spaCy model of English; ModelError when there is none of that name."""
    try:
        return spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"no language model {name!r} is installed; pip install it or unset PROVENANCE_MODEL"
        ) from error


def parse_blocks(text: str, blocks: Sequence[Block], parser: Language, lexicon: Lexicon) -> tuple[ParsedBlock, ...]:
    """One parsed block for each block, in order. The outcome does not depend on the batch."""
    documents = parser.pipe((block.span.of(text) for block in blocks), batch_size=_BATCH)
    return tuple(_parsed(block, document, lexicon) for block, document in zip(blocks, documents, strict=True))


def _parsed(block: Block, document: Doc, lexicon: Lexicon) -> ParsedBlock:
    start = block.span.start
    attributions = tuple(_moved(attribution, start) for attribution in find_attributions(document, lexicon))
    sentences = tuple(
        ParsedSentence(Span(start + s.start_char, start + s.end_char), _states(s))
        for s in document.sents
        if s.text.strip()
    )
    names = tuple(
        NamedSpan(Span(start + e.start_char, start + e.end_char), _KINDS[e.label_])
        for e in document.ents
        if e.label_ in _KINDS
    )
    return ParsedBlock(block=block, sentences=sentences, names=names, attributions=attributions)


def _moved(attribution: Attribution, by: int) -> Attribution:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    return Attribution(content=moved(attribution.content), source=moved(attribution.source), cue=moved(attribution.cue))


def _states(sentence: Sentence) -> bool:
    has_subject = any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in sentence)
    tells = any(token.tag_ in _PAST or token.like_num for token in sentence)
    return has_subject and tells and not sentence.text.rstrip().endswith("?")
