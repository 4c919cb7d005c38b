"""Reads the texts of a gold file, writes the attributions found, and prints how well they agree with it.

    python -m benchmarks.attribution GOLD.jsonl --predictions OUT.jsonl

GOLD holds an object a line: `id`, `text`, `attributions`; OUT gets `id` and `attributions` with `content`, `source`,
`cue`, `via` and `via_type`, offsets into the text. The gold attributions are read when scoring, never when predicting.
"""

import argparse
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attribution.measures import OutletScores, Score, SpanScores, outlet_scores, span_scores
from provenance.extraction import Reader, extract_claims
from provenance.model import Article, Claim, Mode, Spans, Via
from provenance.services.reading import load_reader
from provenance.settings import MODEL

Text = Mapping[str, Any]
"""A line of a benchmark file. Any: it is JSON."""


def predicted(text: str, reader: Reader) -> list[dict[str, Any]]:
    """The attributed claims of a text in the format of the benchmark; the publisher's own voice is no attribution."""
    claims = extract_claims(Article(text=text), reader)
    return [as_row(claim, text) for claim in claims if claim.mode is not Mode.OWN]


def as_row(claim: Claim, text: str) -> dict[str, Any]:
    """The benchmarks annotate an outlet where a claim's own paragraph credits it: no dateline, no credit passed on."""
    places = (*claim.spans, *claim.cue_spans, *claim.source_spans)
    start = text.rfind("\n", 0, min(places).start) + 1
    end = text.find("\n", max(place.end for place in places))
    paragraph = range(start, len(text) if end < 0 else end)
    carried = [link for link in claim.chain.carriers if link.span and link.span.start in paragraph]
    carriers = [link for link in carried if link.via is not Via.DATELINE]
    return {
        "content": _places(claim.spans),
        "source": _places(claim.source_spans),
        "cue": _places(claim.cue_spans),
        "via": [[link.span.start, link.span.end] for link in carriers if link.span],
        "via_type": carriers[-1].via if carriers else None,
    }


def _places(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def read_lines(path: Path) -> list[Text]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(gold: Sequence[Text], given: Iterable[Sequence[Text]]) -> dict[str, Score]:
    """Every measure by its name, summed over the texts."""
    full, speech, outlets = SpanScores(), SpanScores(), OutletScores()
    for text, rows in zip(gold, given, strict=True):
        full += span_scores(text["text"], text["attributions"], rows, speech=False)
        speech += span_scores(text["text"], text["attributions"], rows, speech=True)
        outlets += outlet_scores(text["text"], text["attributions"], rows)
    return {
        "content+source, reported speech": speech.content_source,
        "content+source": full.content_source,
        "content, reported speech": speech.content,
        "strict, reported speech": speech.strict,
        "outlet": outlets.outlet,
        "speaker": outlets.speaker,
        "speaker and outlet": outlets.chain,
        "spurious outlets": outlets.spurious,
    }


RECALLS = ("outlet", "speaker", "speaker and outlet", "spurious outlets")


def shown(name: str, value: Score) -> str:
    if name in RECALLS:
        return f"{name:34} {value.right}/{value.wanted} {100 * value.recall:5.1f} %"
    return f"{name:34} P {100 * value.precision:5.1f}  R {100 * value.recall:5.1f}  F1 {100 * value.f1:5.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    options = parser.parse_args()
    gold = read_lines(options.gold)
    reader = load_reader(MODEL)
    started = time.process_time()
    given = [predicted(text["text"], reader) for text in gold]
    seconds = time.process_time() - started
    with options.predictions.open("w", encoding="utf-8") as out:
        for text, rows in zip(gold, given, strict=True):
            out.write(json.dumps({"id": text["id"], "attributions": rows}) + "\n")
    for name, value in score(gold, given).items():
        print(shown(name, value))
    words = sum(len(text["text"].split()) for text in gold)
    print(f"{len(gold)} texts, {words} words, {words / seconds:.0f} words a second of CPU time")


if __name__ == "__main__":
    main()
