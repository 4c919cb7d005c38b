"""Predicts groups, similarities or relations for a file of texts, writes them, prints how well they agree with it.

    python -m benchmarks.matching clusters|pairs|relations GOLD.jsonl --predictions OUT.jsonl

GOLD holds an object a line: for clusters `id`, `text`, `cluster`; for pairs and relations `id`, `a`, `b`, `label`.
Labels are read when scoring, never when predicting. Pairs and relations are judged as two given claims; with --archive
as any two claims of an archive are, which is how the product holds stored claims against one another.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from benchmarks.matching.measures import Scores, average_precision, b_cubed, by_class
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=[0, 1], help="only the half that is tuned on (0) or reported (1)")
    parser.add_argument("--archive", action="store_true", help="judge pairs as any two claims of an archive")
    options = parser.parse_args()
    predict, score = TASKS[options.task]
    rows = [row for row in read_rows(options.gold) if options.half is None or half_of(row) == options.half]
    predictions = predict([without_labels(row) for row in rows], options.archive)
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    options.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    scores = {name: round(value, 4) for name, value in score(rows, predictions).items()}
    print(json.dumps({"policy": POLICY, "rows": len(rows), **scores}, indent=1))


def without_labels(row: Row) -> Row:
    """What a prediction may see."""
    return {name: value for name, value in row.items() if name in ("id", "text", "a", "b")}


if __name__ == "__main__":
    main()
