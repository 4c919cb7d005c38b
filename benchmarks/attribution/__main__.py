"""Reads the texts of a gold file, writes the attributions found, and prints how well they agree with it.

    python -m benchmarks.attribution GOLD.jsonl --predictions OUT.jsonl

GOLD holds an object a line: `id`, `text`, `attributions`; OUT gets `id` and `attributions` with `content`, `source`,
`cue`, `via`, `via_type`, `speaker` and `speaker_kind`, offsets into the text. The gold attributions are read when
scoring, never when predicting.
"""

import argparse
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attribution.measures import OutletScores, Score, SpanScores, outlet_scores, span_scores
from benchmarks.attribution.speakers import SpeakerScores, speaker_scores
from provenance.extraction import Reader, extract_all
from provenance.model import Article, Mode
from provenance.report import attribution_to_dict
from provenance.services.reading import load_reader

_MANY = 40
Text = Mapping[str, Any]
"""A line of a benchmark file. Any: it is JSON."""


def predicted(text: str, reader: Reader) -> list[dict[str, Any]]:
    """The attributed claims of a text in the format of the benchmark; the publisher's own voice is no attribution."""
    claims = extract_all(Article(text=text), reader)
    return [attribution_to_dict(claim, text) for claim in claims if claim.mode is not Mode.OWN]


def read_lines(path: Path) -> list[Text]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(gold: Sequence[Text], given: Iterable[Sequence[Text]]) -> dict[str, Score]:
    """Every measure by its name, summed over the texts."""
    full, speech, outlets, speakers = SpanScores(), SpanScores(), OutletScores(), SpeakerScores()
    for text, rows in zip(gold, given, strict=True):
        full += span_scores(text["text"], text["attributions"], rows, speech=False)
        speech += span_scores(text["text"], text["attributions"], rows, speech=True)
        outlets += outlet_scores(text["text"], text["attributions"], rows)
        speakers += speaker_scores(text["text"], text["attributions"], rows)
    return {
        "content+source, reported speech": speech.content_source,
        "content+source": full.content_source,
        "content, reported speech": speech.content,
        "strict, reported speech": speech.strict,
        "outlet": outlets.outlet,
        "speaker": outlets.speaker,
        "speaker and outlet": outlets.chain,
        "spurious outlets": outlets.spurious,
        "speaker by canonical name": speakers.named,
        "the same, where the source is found": speakers.resolved,
        "unnamed speakers": speakers.unnamed,
        "documents": speakers.documents,
        "nobody named": speakers.unsourced,
    }


def by_country(gold: Sequence[Text], given: Sequence[Sequence[Text]]) -> dict[str, Score]:
    """Content with source of reported speech, by the country of the outlet where the gold tells it; countries with few
    attributions together."""
    scores: dict[str, Score] = {}
    for text, rows in zip(gold, given, strict=True):
        if "country" in text:
            found = span_scores(text["text"], text["attributions"], rows, speech=True).content_source
            scores[text["country"]] = scores.get(text["country"], Score()) + found
    large = {country: score for country, score in scores.items() if country and score.wanted >= _MANY}
    rest = sum((score for country, score in scores.items() if country not in large), Score())
    named = {f"content+source, outlets of {country}": large[country] for country in sorted(large)}
    return {**named, "content+source, outlets of the rest": rest} if scores else {}


def shown(name: str, value: Score) -> str:
    if not name.startswith(("content", "strict")):
        return f"{name:36} {value.right}/{value.wanted} {100 * value.recall:5.1f} %"
    return f"{name:36} P {100 * value.precision:5.1f}  R {100 * value.recall:5.1f}  F1 {100 * value.f1:5.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--model", help="another model of attribution: the path of an ONNX file")
    options = parser.parse_args()
    gold = read_lines(options.gold)
    reader = load_reader(options.model)
    started = time.process_time()
    given = [predicted(text["text"], reader) for text in gold]
    seconds = time.process_time() - started
    with options.predictions.open("w", encoding="utf-8") as out:
        for text, rows in zip(gold, given, strict=True):
            out.write(json.dumps({"id": text["id"], "attributions": rows}) + "\n")
    for name, value in score(gold, given).items():
        if value.wanted or value.given:
            print(shown(name, value))
    for name, value in by_country(gold, given).items():
        print(shown(name, value))
    words = sum(len(text["text"].split()) for text in gold)
    print(f"{len(gold)} texts, {words} words, {words / seconds:.0f} words a second of CPU time")


if __name__ == "__main__":
    main()
