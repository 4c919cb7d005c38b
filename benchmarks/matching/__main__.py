"""Predicts groups, similarities or relations for a file of texts, writes them, prints how well they agree with it.

    python -m benchmarks.matching clusters|pairs|relations GOLD.jsonl --predictions OUT.jsonl

GOLD holds an object a line: for clusters `id`, `text`, `cluster`; for pairs and relations `id`, `a`, `b`, `label`.
Labels are read when scoring, never when predicting.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from benchmarks.matching.measures import Scores, average_precision, b_cubed, by_class
from provenance.matching import (
    POLICY,
    Frequencies,
    Level,
    compare,
    compare_claims,
    group_claims,
    parse_frequencies,
)
from provenance.model import Agent, AgentKind, Agreement, Chain, Claim, Comparison, Link, Mode, Role, Span

Row = Mapping[str, str]
Prediction = dict[str, str | float]

LABELS = {
    Agreement.AGREES: "entails",
    Agreement.CONFLICTS: "contradicts",
    Agreement.FIGURES_DIFFER: "neutral",
}
"""Two claims that are not related: `neutral` where they speak of one happening, `unrelated` where they do not."""

SAME_HAPPENING = 0.10


def claim_of(name: str, text: str) -> Claim:
    publisher = Link(step=0, role=Role.PUBLISHER, agent=Agent(name="a benchmark", kind=AgentKind.OUTLET))
    return Claim(
        article_id=name,
        revision="0",
        text=text,
        spans=(Span(0, len(text)),),
        mode=Mode.OWN,
        chain=Chain(links=(publisher,)),
    )


def compared(row: Row, frequencies: Frequencies) -> Comparison | None:
    return compare(claim_of("a", row["a"]), claim_of("b", row["b"]), frequencies)


def predict_clusters(rows: Iterable[Row], frequencies: Frequencies) -> list[Prediction]:
    names = {claim.id: (row["id"], claim) for row in rows for claim in [claim_of(row["id"], row["text"])]}
    claims = [claim for _, claim in names.values()]
    groups = group_claims(claims, compare_claims(claims, frequencies), Level.EVENT)
    return [{"id": names[claim][0], "cluster": group.id} for group in groups for claim in group.claims]


def predict_pairs(rows: Iterable[Row], frequencies: Frequencies) -> list[Prediction]:
    found = ((row, compared(row, frequencies)) for row in rows)
    return [{"id": row["id"], "score": comparison.similarity if comparison else 0.0} for row, comparison in found]


def predict_relations(rows: Iterable[Row], frequencies: Frequencies) -> list[Prediction]:
    return [{"id": row["id"], "label": label_of(compared(row, frequencies))} for row in rows]


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
    tuple[Callable[[list[Row], Frequencies], list[Prediction]], Callable[[list[Row], list[Prediction]], Scores]],
] = {
    "clusters": (predict_clusters, score_clusters),
    "pairs": (predict_pairs, score_pairs),
    "relations": (predict_relations, score_relations),
}


def half_of(row: Row) -> int:
    """0 for what is tuned on, 1 for what is reported: by the cluster or the claim where the file has one."""
    return sha256((row.get("cluster") or row.get("claim_id") or row["id"]).encode()).digest()[0] % 2


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=[0, 1], help="only the half that is tuned on (0) or reported (1)")
    options = parser.parse_args()
    predict, score = TASKS[options.task]
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if options.half is None or half_of(row) == options.half]
    data = files("provenance.matching").joinpath("data/stem_frequencies.tsv").read_text(encoding="utf-8")
    predictions = predict([without_labels(row) for row in rows], parse_frequencies(data))
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    options.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    scores = {name: round(value, 4) for name, value in score(rows, predictions).items()}
    print(json.dumps({"policy": POLICY, "rows": len(rows), **scores}, indent=1))


def without_labels(row: Row) -> Row:
    """What a prediction may see."""
    return {name: value for name, value in row.items() if name in ("id", "text", "a", "b")}


if __name__ == "__main__":
    main()
