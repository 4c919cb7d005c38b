"""The measures of matching: B-cubed, average precision, F1 by class."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby

Scores = dict[str, float]


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> Scores:
    """Bagga and Baldwin (1998): the mean over items of how pure and how complete an item's predicted cluster is; an
    item without a prediction stands alone."""
    clusters = {item: predicted.get(item, ("alone", item)) for item in gold}
    ours, theirs = Counter(clusters.values()), Counter(gold.values())
    both = Counter((clusters[item], gold[item]) for item in gold)
    precision = sum(both[clusters[item], gold[item]] / ours[clusters[item]] for item in gold) / len(gold)
    recall = sum(both[clusters[item], gold[item]] / theirs[gold[item]] for item in gold) / len(gold)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall), "clusters": float(len(ours))}


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """The area under precision over recall, in steps; pairs of one score make one step."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    positives = sum(right for _, right in ranked)
    area, seen, found = 0.0, 0, 0
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        step = [right for _, right in tied]
        seen, found = seen + len(step), found + sum(step)
        area += sum(step) * found / seen
    return area / positives if positives else 0.0


def by_class(gold: Sequence[str], predicted: Sequence[str]) -> Scores:
    """F1 of every class that the gold has, and their mean."""
    pairs = list(zip(gold, predicted, strict=True))
    scores: Scores = {}
    for label in sorted(set(gold)):
        right = sum(pair == (label, label) for pair in pairs)
        scores[f"{label} precision"] = right / max(1, predicted.count(label))
        scores[f"{label} recall"] = right / gold.count(label)
        scores[f"{label} f1"] = f1(scores[f"{label} precision"], scores[f"{label} recall"])
    classes = [value for name, value in scores.items() if name.endswith(" f1")]
    accuracy = sum(one == other for one, other in pairs) / max(1, len(pairs))
    return {"accuracy": accuracy, "macro f1": sum(classes) / max(1, len(classes)), **scores}
