"""Predicts groups, similarities or relations for a file of texts, writes them, prints how well they agree with it.

    python -m benchmarks.matching clusters|pairs|relations GOLD.jsonl --predictions OUT.jsonl
    python -m benchmarks.matching reprints ARTICLES.jsonl

GOLD holds an object a line: for clusters `id`, `text`, `cluster`; for pairs and relations `id`, `a`, `b`, `label`.
Labels are read when scoring, never when predicting. Pairs and relations are judged as two given claims; with --archive
as any two claims of an archive are, which is how the product holds stored claims against one another.
ARTICLES holds an `id` and a `text` a line; a script makes reprints of them, and real pairs of them are judged, too.
With --peers other tools, where installed, stand beside ours (clusters, pairs, reprints).
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.matching.beside import (
    Beside,
    Measured,
    measure_clusters,
    measure_pairs,
    measure_reprints,
    peers_beside,
    render,
)
from benchmarks.matching.measures import Scores, average_precision, b_cubed, by_class
from benchmarks.matching.reprints import Figures, figures, judge, make_pairs
from benchmarks.matching.rows import Row, claim_of, half_of, read_rows
from provenance.matching import POLICY, Judgement, Level, compare, compare_claims, group_claims, judge_pair
from provenance.model import Agreement, Comparison
from provenance.services.comparing import load_frequencies
from provenance.services.judging import load_pair_model

Prediction = dict[str, str | float]

LABELS = {
    Agreement.AGREES: "entails",
    Agreement.CONFLICTS: "contradicts",
    Agreement.FIGURES_DIFFER: "neutral",
}
"""Two claims that are not related: `neutral` where they speak of one happening, `unrelated` where they do not."""

SAME_HAPPENING = 0.10


def compared(row: Row) -> Comparison | None:
    return compare(claim_of("a", row["a"]), claim_of("b", row["b"]), load_frequencies())


def judged(row: Row) -> Judgement:
    return judge_pair(claim_of("a", row["a"]), claim_of("b", row["b"]), load_frequencies(), load_pair_model())


def predict_clusters(rows: Iterable[Row], archive: bool) -> list[Prediction]:
    names = {claim.id: (row["id"], claim) for row in rows for claim in [claim_of(row["id"], row["text"])]}
    claims = [claim for _, claim in names.values()]
    groups = group_claims(claims, compare_claims(claims, load_frequencies()), Level.EVENT)
    return [{"id": names[claim][0], "cluster": group.id} for group in groups for claim in group.claims]


def predict_pairs(rows: Iterable[Row], archive: bool) -> list[Prediction]:
    if not archive:
        return [{"id": row["id"], "score": judged(row).sameness} for row in rows]
    found = ((row, compared(row)) for row in rows)
    return [{"id": row["id"], "score": comparison.similarity if comparison else 0.0} for row, comparison in found]


def predict_relations(rows: Iterable[Row], archive: bool) -> list[Prediction]:
    return [{"id": row["id"], "label": label_of(compared(row)) if archive else judged(row).stance} for row in rows]


def label_of(comparison: Comparison | None) -> str:
    if comparison is None:
        return "unrelated"
    same_happening = comparison.similarity >= SAME_HAPPENING
    return LABELS.get(comparison.agreement, "neutral" if same_happening else "unrelated")


def score_clusters(rows: list[Row], predictions: list[Prediction]) -> Scores:
    clusters = {str(prediction["id"]): prediction["cluster"] for prediction in predictions}
    return b_cubed({row["id"]: row["cluster"] for row in rows}, clusters)


def score_pairs(rows: list[Row], predictions: list[Prediction]) -> Scores:
    scores = {prediction["id"]: float(prediction["score"]) for prediction in predictions}
    return {"average precision": average_precision((scores[row["id"]], row["label"] == "same") for row in rows)}


def score_relations(rows: list[Row], predictions: list[Prediction]) -> Scores:
    labels = {prediction["id"]: str(prediction["label"]) for prediction in predictions}
    return by_class([row["label"] for row in rows], [labels[row["id"]] for row in rows])


TASKS: Mapping[
    str,
    tuple[Callable[[list[Row], bool], list[Prediction]], Callable[[list[Row], list[Prediction]], Scores]],
] = {
    "clusters": (predict_clusters, score_clusters),
    "pairs": (predict_pairs, score_pairs),
    "relations": (predict_relations, score_relations),
}


PEERS: Mapping[str, tuple[Callable[[list[Row]], Measured], str, str]] = {
    "clusters": (measure_clusters, "f1", "B-cubed F1"),
    "pairs": (measure_pairs, "average precision", "average precision"),
}
"""By task how others are measured, and what the measure is called with us and with them."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("task", choices=[*TASKS, "reprints"])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, help="where to write them; needed for all but reprints")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only the half that is tuned on (0) or reported (1)")
    parser.add_argument("--archive", action="store_true", help="judge pairs as any two claims of an archive")
    parser.add_argument("--peers", action="store_true", help="print what other tools reach on both halves")
    options = parser.parse_args()
    if options.peers and options.task == "relations":
        parser.error("no other tool tells relations: --peers goes with clusters, pairs and reprints")
    if options.task == "reprints":
        measure_and_print_reprints(options.gold, options.predictions, options.peers)
        return
    if not options.predictions:
        parser.error("--predictions is needed")
    rows = read_rows(options.gold)
    measure_and_print(rows, options)
    if options.peers:
        print(render([ours_beside(rows, options), *peers_beside(*peer_measure(options.task, rows))]))


def measure_and_print(rows: list[Row], options: argparse.Namespace) -> None:
    predict, score = TASKS[options.task]
    chosen = [row for row in rows if options.half is None or half_of(row) == options.half]
    predictions = predict([without_labels(row) for row in chosen], options.archive)
    write(options.predictions, predictions)
    scores = {name: round(value, 4) for name, value in score(chosen, predictions).items()}
    print(json.dumps({"policy": POLICY, "rows": len(chosen), **scores}, indent=1))


def write(path: Path, predictions: Iterable[Mapping[str, str | float]]) -> None:
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def peer_measure(task: str, rows: list[Row]) -> tuple[Measured, tuple[str]]:
    measured, _, name = PEERS[task]
    return measured(rows), (name,)


def ours_beside(rows: list[Row], options: argparse.Namespace) -> Beside:
    (predict, score), (_, ours, name) = TASKS[options.task], PEERS[options.task]
    load_frequencies(), load_pair_model()
    started, reached = time.process_time(), []
    for half in (0, 1):
        part = [row for row in rows if half_of(row) == half]
        reached.append(score(part, predict([without_labels(row) for row in part], options.archive))[ours])
    seconds = time.process_time() - started
    return Beside(name=f"ours ({POLICY})", figures={name: (reached[0], reached[1])}, seconds=seconds)


def measure_and_print_reprints(articles: Path, predictions: Path | None, peers: bool) -> None:
    pairs = make_pairs(articles)
    started = time.process_time()
    result = judge(pairs)
    judged = result.reprints
    seconds = time.process_time() - started
    if predictions:
        write(predictions, [{"id": pair.name, "label": str(said)} for pair, said in zip(pairs, judged, strict=True)])
    both = list(zip(pairs, judged, strict=True))
    halves = [[(pair, said) for pair, said in both if pair.half == half] for half in (0, 1)]
    reached = [figures(*map(list, zip(*half, strict=True))) for half in halves]
    shown = {f"half {half}": reprint_figures(one) for half, one in enumerate(reached)}
    print(json.dumps({"policy": POLICY, "read for their claims": result.read, **shown}, indent=1))
    if peers:
        ours = {name: (getattr(reached[0], name), getattr(reached[1], name)) for name in ("precision", "recall")}
        beside = Beside(name=f"ours ({POLICY})", figures=ours, seconds=seconds)
        print(render([beside, *peers_beside(measure_reprints(pairs), ("recall", "precision"))]))


def reprint_figures(reached: Figures) -> dict[str, Any]:
    """As they are printed. Any: numbers, names and a table of numbers."""
    by_kind = {", ".join(kind): round(value, 4) for kind, value in reached.recall_by_kind.items()}
    rounded = {"precision": round(reached.precision, 4), "recall": round(reached.recall, 4)}
    return {**asdict(reached), **rounded, "recall_by_kind": by_kind}


def without_labels(row: Row) -> Row:
    """What a prediction may see."""
    return {name: value for name, value in row.items() if name in ("id", "text", "a", "b")}


if __name__ == "__main__":
    main()
