"""Chooses the thresholds of a model on development data, stores them in it, and prints how it scores.

    python -m training.tune DIR/tagger.onnx --wire ../shared/input/ukraine-crisis-2013-15.jsonl \
        --polnear ../shared/bench/attribution/polnear_dev.jsonl
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.attribution.measures import OutletScores, SpanScores, outlet_scores, span_scores
from provenance.extraction.decoding import Thresholds, decode
from provenance.extraction.layout import find_blocks
from provenance.extraction.tagger import Candidates, Tagger
from provenance.extraction.windows import Window, find_units
from provenance.model import Attribution
from provenance.services.reading import load_reader
from training.data import Line, read_articles, read_lines, read_sentences, read_wire
from training.export import with_properties

CHOICES: Mapping[str, Sequence[float]] = {
    "cue": (0.3, 0.4, 0.5, 0.6, 0.7),
    "confidence": (0.3, 0.4, 0.45, 0.5),
    "attitude": (0.4, 0.5, 0.6, 0.7, 0.8, 0.85),
    "content": (-0.1, 0.0, 0.1, 0.2, 0.3),
    "source": (-0.1, 0.0, 0.1, 0.2),
    "gap": (0, 1, 2),
    "shortest": (1, 2, 3),
    "overhang": (0, 2, 4),
    "overlap": (0.3, 0.5, 0.7),
}
"""A statement that is missed is seen by nobody, one too many by every reader: `confidence` goes no higher than one
half, although a little more would be won above it."""
_ROUNDS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A gold text with what the network says of its windows."""

    line: Line
    windows: tuple[tuple[Window, Candidates], ...]
    reporting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scores:
    full: SpanScores
    speech: SpanScores
    outlets: OutletScores

    @property
    def aim(self) -> float:
        """What tuning raises: reported speech first, the whole gold with it, exact spans a little."""
        return self.speech.content_source.f1 + self.full.content_source.f1 + 0.4 * self.speech.strict.f1


def read(line: Line, tagger: Tagger) -> Read:
    text = line["text"]
    units = find_units(text, [block.span for block in find_blocks(text, title=None)])
    windows = ((window, given) for unit in units for window, given, *_ in tagger.candidates(text, unit))
    return Read(line, tuple(windows), tagger.reporting)


def measured(texts: Sequence[Read], thresholds: Thresholds) -> Scores:
    full, speech, outlets = SpanScores(), SpanScores(), OutletScores()
    for each in texts:
        text, gold = each.line["text"], each.line["attributions"]
        found = [
            as_row(a) for window, given in each.windows for a in decode(text, window, given, thresholds, each.reporting)
        ]
        full += span_scores(text, gold, found, speech=False)
        speech += span_scores(text, gold, found, speech=True)
        outlets += outlet_scores(text, gold, found)
    return Scores(full, speech, outlets)


def as_row(attribution: Attribution) -> dict[str, list[list[int]]]:
    parts = {
        "content": attribution.content,
        "source": attribution.source,
        "cue": attribution.cue,
        "via": attribution.via,
    }
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


def tuned(corpora: Sequence[Sequence[Read]], start: Thresholds) -> Thresholds:
    """One threshold after the other, twice round; every corpus weighs the same."""
    best, aim = start, _aim(corpora, start)
    for name, values in (pair for _ in range(_ROUNDS) for pair in CHOICES.items()):
        for value in values:
            tried = Thresholds(**{**asdict(best), name: value})
            reached = _aim(corpora, tried)
            if reached > aim:
                best, aim = tried, reached
    return best


def _aim(corpora: Sequence[Sequence[Read]], thresholds: Thresholds) -> float:
    return sum(measured(corpus, thresholds).aim for corpus in corpora)


def shown(name: str, scores: Scores) -> str:
    parts = {"full": scores.full, "speech": scores.speech}
    return "\n".join(
        f"{name:8} {part:7} content {100 * s.content.f1:5.1f}  with source P {100 * s.content_source.precision:5.1f} "
        f"R {100 * s.content_source.recall:5.1f} F1 {100 * s.content_source.f1:5.1f}  strict {100 * s.strict.f1:5.1f}"
        for part, s in parts.items()
    ) + "".join(
        f"\n{name:8} {part:7} {each.right}/{each.wanted}"
        for part, each in (
            ("outlet", scores.outlets.outlet),
            ("chain", scores.outlets.chain),
            ("spur", scores.outlets.spurious),
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.tune", description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--wire", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--measure-only", action="store_true", help="leave the thresholds as they are")
    options = parser.parse_args()
    tagger = load_reader(str(options.model)).tagger
    gold = {
        "polnear": read_lines(options.polnear),
        "wire": read_wire(options.wire)[1],
        "articles": read_articles()[1],
        "sentences": read_sentences()[1],
    }
    started = time.process_time()
    corpora = {name: [read(line, tagger) for line in lines] for name, lines in gold.items()}
    seconds = time.process_time() - started
    thresholds = tagger.thresholds
    if not options.measure_only:
        thresholds = tuned([corpora["polnear"], corpora["wire"], corpora["articles"]], thresholds)
        options.model.write_bytes(with_properties(options.model.read_bytes(), thresholds))
    print(thresholds)
    for name, texts in corpora.items():
        print(shown(name, measured(texts, thresholds)))
    words = sum(len(line["text"].split()) for lines in gold.values() for line in lines)
    print(f"{words} words, {words / seconds:.0f} a second of CPU time without decoding")


if __name__ == "__main__":
    main()
