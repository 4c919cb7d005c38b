"""The trained tagger: source, cue and content of every attribution in a text, and its names, by a small network that
runs with onnxruntime.

Each window is read alone and on one thread: quantised activations are scaled by all that is read together, so a batch
would let neighbours change each other's spans.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from provenance.errors import ModelError
from provenance.extraction.decoding import Chances, Thresholds, decode
from provenance.extraction.labels import GRAMMAR, NAMES, WordKind
from provenance.extraction.windows import Numbers, Window, find_windows
from provenance.model import Attribution, Span

THRESHOLDS = "thresholds"
TOKENIZER = "tokenizer"
"""Names under which the model file holds its thresholds and its tokenizer, as JSON."""
OUTPUTS = ("starts", "chances", "tags", "names", "grammar")
INPUTS = ("pieces", "features")

Candidates = tuple[NDArray[np.int64], Chances, Chances]
"""The first piece of each cue [N], how likely it is [N], the chances of the tags of each piece [N, L, 9]."""


_NAMES = {label: kind for kind, label in NAMES.items()}
_GRAMMAR = {label: kind for kind, label in GRAMMAR.items()}


@dataclass(frozen=True, slots=True)
class Marked:
    """Words and what they are."""

    span: Span
    kind: WordKind


@dataclass(frozen=True, slots=True)
class Tagged:
    """What stands in a unit of text, in the order of the text; all offsets count in the whole."""

    attributions: tuple[Attribution, ...]
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """The network, its vocabulary, the thresholds it was tuned with, and the words that report. Reading does not change
    it."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    thresholds: Thresholds
    reporting: frozenset[str]

    def tag(self, text: str, unit: Span) -> Tagged:
        attributions: list[Attribution] = []
        marked: list[Marked] = []
        for window, candidates, names, grammar in self.candidates(text, unit):
            attributions += decode(text, window, candidates, self.thresholds, self.reporting)
            marked += [*_named(window, names), *_words(window, grammar)]
        attributions.sort(key=lambda each: (each.content, each.cue, each.source))
        return Tagged(tuple(attributions), tuple(sorted(marked, key=lambda each: (each.span, each.kind))))

    def candidates(self, text: str, unit: Span) -> Iterator[tuple[Window, Candidates, Numbers, Numbers]]:
        """What the network says of each window: the candidates, and each piece's label as a name and in grammar."""
        for window in find_windows(text, unit, self.tokenizer):
            given = dict(zip(INPUTS, (window.pieces, window.features), strict=True))
            starts, chances, tags, names, grammar = self.session.run(OUTPUTS, given)
            yield window, (starts, chances, tags), names, grammar


def _named(window: Window, labels: Numbers) -> list[Marked]:
    """A name begins where its first label stands and goes on while the next one does; whole words."""
    found: list[tuple[int, int, int]] = []
    for number in range(1, len(labels) - 1):
        label, word = int(labels[number]), int(window.words[number])
        first, last, begun = found[-1] if found else (0, 0, 0)
        goes_on = begun and label in (begun, begun + 1) and (label == begun + 1 or word == last)
        if goes_on and word - last <= 1:
            found[-1] = (first, word, begun)
        elif label in _NAMES:
            found.append((word, word, label))
    return [Marked(_of_words(window, first, last), _NAMES[label]) for first, last, label in found]


def _words(window: Window, labels: Numbers) -> list[Marked]:
    firsts = np.flatnonzero(np.diff(window.words, prepend=window.words[0]))
    return [
        Marked(_of_words(window, int(window.words[n]), int(window.words[n])), _GRAMMAR[int(labels[n])])
        for n in firsts
        if int(labels[n])
    ]


def _of_words(window: Window, first: int, last: int) -> Span:
    inside = np.flatnonzero((window.words >= first) & (window.words <= last))
    return Span(int(window.starts[inside[0]]), int(window.ends[inside[-1]]))


def load_tagger(model: bytes, reporting: frozenset[str], name: str) -> Tagger:
    """From the content of an ONNX file, which holds its vocabulary and thresholds as well. Raises ModelError, which
    calls the model by `name`."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    try:
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        held = session.get_modelmeta().custom_metadata_map
        tokenizer = Tokenizer.from_str(held[TOKENIZER])
        tagger = Tagger(session, tokenizer, Thresholds(**json.loads(held[THRESHOLDS])), reporting)
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own, Exception among them
        raise ModelError(
            f"{name}: no model of attribution ({_first_line(error)}); docs/attribution.md tells"
        ) from error
    outputs = tuple(each.name for each in session.get_outputs())
    if outputs != OUTPUTS:
        raise ModelError(f"{name}: no model of attribution (it tells {', '.join(outputs)}, not {', '.join(OUTPUTS)})")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tagger


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
