"""The texts to learn from: which files, checked by digest, and the labels of their windows."""

import hashlib
import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from benchmarks.attribution.wire.__main__ import annotated, part_of
from provenance.extraction.decoding import without_that
from provenance.extraction.labels import (
    BEGIN,
    CONTENT,
    CUE,
    GRAMMAR,
    INSIDE,
    KINDS,
    NAMES,
    NONE,
    OUTLET,
    PERSON,
    VIA,
)
from provenance.extraction.layout import find_blocks
from provenance.extraction.windows import NO_WORD, Numbers, Window, find_units, find_windows
from provenance.model import Span
from training.labels import ANY_SOURCE, NO_OUTLET, NONE_OR_VIA
from training.sentences.banks import HERE
from training.sentences.written import read_written

DIGESTS = Path(__file__).parent / "digests.json"
_FOR_TUNING, _HELD_OUT = 4, 10
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z“\"])|(?<=[.?!][”\"]) (?=[A-Z“\"])")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_GUILLEMETS = str.maketrans("“”", "«»")
_CURLED = str.maketrans("'", "’")

_LABELS = {kind.value: label for label, kind in enumerate(KINDS, PERSON)} | {"outlet": NO_OUTLET}
"""Of a gold's source by its kind of speaker. An outlet that is the source stands under `via` as well; where it does
not, it is a source of some other kind."""
Line = dict[str, Any]
"""A line of a data file: id, text, attributions. Any: it is JSON."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """A window with the labels of the heads for cues, names and grammar; and for each attribution its first piece, its
    cue's first run of pieces and the labels of the pair head."""

    window: Window
    cues: Numbers
    names: Numbers
    grammar: Numbers
    pairs: tuple[tuple[int, Numbers, Numbers], ...]


def read_lines(path: Path) -> list[Line]:
    """Raises ValueError where the file is known and is not the one that the shipped model was trained on."""
    content = path.read_bytes()
    known = json.loads(DIGESTS.read_text(encoding="utf-8")).get(path.name)
    found = hashlib.sha256(content).hexdigest()
    if known not in (None, found):
        message = f"{path.name}: sha256 {found}, but the model was trained on {known}; update training/digests.json"
        raise ValueError(message)
    return [json.loads(line) for line in content.decode("utf-8").splitlines() if line.strip()]


def read_wire(texts: Path) -> tuple[list[Line], list[Line]]:
    """Our annotation of wire copy, to train on and to tune with. Its test part is never read here."""
    articles = annotated({line["id"]: line["text"] for line in read_lines(texts)})
    lines = [dict(line) for line in part_of("dev", articles)]
    tuning = lines[_FOR_TUNING - 1 :: _FOR_TUNING]
    return [line for line in lines if line not in tuning], tuning


def read_sentences() -> tuple[list[Line], list[Line]]:
    """Our own filled sentences and short articles, to train on and held out. All that were filled from one frame go
    together: the part of an id before the slash names it."""
    return _parted([line for path in sorted(HERE.glob("*.jsonl")) for line in read_lines(path)], _frame)


def read_articles() -> tuple[list[Line], list[Line]]:
    """Our own articles written whole, to train on and held out."""
    return _parted(list(read_written()), _identity)


def _parted(lines: Sequence[Line], key: Callable[[Line], str]) -> tuple[list[Line], list[Line]]:
    held_out = [int(hashlib.sha256(key(line).encode()).hexdigest(), 16) % _HELD_OUT == 0 for line in lines]
    kept = [line for line, out in zip(lines, held_out, strict=True) if not out]
    return kept, [line for line, out in zip(lines, held_out, strict=True) if out]


def _frame(line: Line) -> str:
    return _identity(line).partition("/")[0]


def _identity(line: Line) -> str:
    return str(line["id"])


def varied(text: str, chance: random.Random) -> str:
    """The text as another desk would set it, character for character: marks, one sentence a line, capitals."""
    draw = chance.random()
    if draw < 0.25:
        text = text.translate(_STRAIGHT)
    elif draw < 0.30:
        text = text.translate(_GUILLEMETS)
    elif draw < 0.33:
        text = text.translate(_CURLED)
    draw = chance.random()
    if draw < 0.2:
        text = _one_sentence_a_line(text)
    elif draw < 0.23:
        text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    return text


def _one_sentence_a_line(text: str) -> str:
    return _SENTENCE_END.sub("\n", text).replace("\n\n", " \n")


def label(line: Line, text: str, tokenizer: Tokenizer) -> list[Labelled]:
    """The windows of a text (the line's own, or as long as it) with their labels."""
    blocks = [block.span for block in find_blocks(text, title=None)]
    windows = [window for unit in find_units(text, blocks) for window in find_windows(text, unit, tokenizer)]
    firsts = [int(window.starts[1]) for window in windows]
    own: list[list[Line]] = [[] for _ in windows]
    for attribution in sorted(line["attributions"], key=lambda each: json.dumps(each, sort_keys=True)):
        if attribution.get("cue"):
            number = int(np.searchsorted(firsts, attribution["cue"][0][0], side="right")) - 1
            if number >= 0:
                own[number].append(attribution)
    return [_labelled(text, window, each, line["words"]) for window, each in zip(windows, own, strict=True)]


def _labelled(text: str, window: Window, attributions: Iterable[Line], words: Line) -> Labelled:
    cues = np.zeros(len(window.pieces), dtype=np.int64)
    pairs: list[tuple[int, Numbers, Numbers]] = []
    for attribution in attributions:
        cue = np.flatnonzero(_covered(window, attribution["cue"]))
        contents = [without_that(text, Span(*span)) for span in attribution["content"]]
        content = _covered(window, [(span.start, span.end) for span in contents])
        if not len(cue) or cues[cue[0]] == BEGIN or not content.any():
            continue
        labels = _pair_labels(window, attribution, content)
        labels[cue] = CUE
        run = cue[: 1 + int(np.argmax(np.append(np.diff(cue) != 1, True)))]
        cues[run[1:]] = INSIDE
        cues[run[0]] = BEGIN
        pairs.append((int(run[0]), run, labels))
    names, grammar = np.zeros_like(cues), np.zeros_like(cues)
    for kind, first in NAMES.items():
        for start, end in words[kind]:
            pieces = np.flatnonzero(_covered(window, [(start, end)]))
            names[pieces[:1]], names[pieces[1:]] = first, first + 1
    for kind, number in GRAMMAR.items():
        grammar[_covered(window, words[kind])] = number
    return Labelled(window, cues, names, grammar, tuple(pairs))


def _pair_labels(window: Window, attribution: Line, content: np.ndarray[Any, np.dtype[np.bool_]]) -> Numbers:
    """A gold without outlets and kinds leaves open which a source is, and whether one stands where nothing does."""
    source, via = (_covered(window, attribution.get(name) or []) for name in ("source", "via"))
    labels = np.where(via, VIA, NONE if "via" in attribution else NONE_OR_VIA)
    labels[content] = CONTENT
    labels[source] = _LABELS.get(attribution.get("speaker_kind", ""), ANY_SOURCE)
    labels[source & via] = OUTLET
    return labels


def _covered(window: Window, spans: Iterable[Sequence[int]]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    covered = np.zeros(len(window.pieces), dtype=bool)
    for start, end in spans:
        covered |= (window.starts < end) & (window.ends > start)
    covered &= window.words != NO_WORD
    return covered
