"""Our figures beside those of other tools, on one task: a row each. Thresholds are chosen on half 0."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.measures import average_precision, b_cubed
from benchmarks.matching.peers import PEERS, Compare, Pairs, Peer, timed
from benchmarks.matching.reprints import Pair
from benchmarks.matching.rows import Row, half_of

WANTED_PRECISION = 0.98
"""Of reprints, on half 0."""

CUTS = tuple(round(0.01 * step, 2) for step in range(1, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A row: a figure of either half for every measure (`figures` is by measure, half 0 then half 1), and the seconds
    of processor time for both halves."""

    name: str
    figures: dict[str, tuple[float, float]]
    seconds: float


Measured = Callable[[Compare], tuple[dict[str, tuple[float, float]], float]]
"""What a way of comparing reaches, and the seconds it took."""


def peers_beside(measured: Measured, chosen_by: Sequence[str]) -> Iterator[Beside | str]:
    """For every peer its row, or what to do to have one. Of several ways the best on half 0 by the named measures, the
    first before the second."""
    for peer in PEERS:
        yield _best(peer, measured, chosen_by) if peer.installed else f"not installed: pip install {peer.package}"


def _best(peer: Peer, measured: Measured, chosen_by: Sequence[str]) -> Beside:
    tried = [measured(way) for way in peer.ways]
    figures, seconds = max(tried, key=lambda one: [one[0][name][0] for name in chosen_by])
    return Beside(name=peer.name, figures=figures, seconds=seconds)


def measure_pairs(rows: Sequence[Row]) -> Measured:
    halves = [[row for row in rows if half_of(row) == half] for half in (0, 1)]

    def measured(compare: Compare) -> tuple[dict[str, tuple[float, float]], float]:
        reached, seconds = [], 0.0
        for part in halves:
            texts, places = numbered([(row["a"], row["b"]) for row in part])
            scores, spent = timed(compare, texts, places)
            seconds += spent
            reached.append(average_precision((s, row["label"] == "same") for s, row in zip(scores, part, strict=True)))
        return {"average precision": (reached[0], reached[1])}, seconds

    return measured


def measure_clusters(rows: Sequence[Row]) -> Measured:
    """Average linkage over all pairs, cut where half 0 is best."""
    halves = [[row for row in rows if half_of(row) == half] for half in (0, 1)]

    def measured(compare: Compare) -> tuple[dict[str, tuple[float, float]], float]:
        reached, seconds = [], 0.0
        for part in halves:
            pairs = list(combinations(range(len(part)), 2))
            scores, spent = timed(compare, [row["text"] for row in part], pairs)
            seconds += spent
            merges = average_linkage(len(part), pairs, scores)
            gold = {row["id"]: row["cluster"] for row in part}
            reached.append([b_cubed(gold, cut(part, merges, at))["f1"] for at in CUTS])
        best = int(np.argmax(reached[0]))
        return {"B-cubed F1": (reached[0][best], reached[1][best])}, seconds

    return measured


def average_linkage(count: int, pairs: Pairs, scores: Sequence[float]) -> list[tuple[float, int, int]]:
    """Merges in their order: the mean similarity, and a member of either cluster."""
    table: NDArray[np.float64] = np.full((count, count), -1.0)
    for (one, other), score in zip(pairs, scores, strict=True):
        table[one, other] = table[other, one] = score
    sizes, merges = np.ones(count), []
    for _ in range(count - 1):
        one, other = (int(place) for place in np.unravel_index(int(table.argmax()), table.shape))
        merges.append((float(table[one, other]), one, other))
        joined = (sizes[one] * table[one] + sizes[other] * table[other]) / (sizes[one] + sizes[other])
        joined[table[one] < 0] = -1.0
        joined[[one, other]] = -1.0
        table[one], table[:, one], table[other], table[:, other] = joined, joined, -1.0, -1.0
        sizes[one] += sizes[other]
    return merges


def cut(rows: Sequence[Row], merges: Sequence[tuple[float, int, int]], least: float) -> dict[str, int]:
    """The cluster of every row, of the merges that are similar enough: a later one is never more similar."""
    cluster = list(range(len(rows)))
    for similarity, one, other in merges:
        if similarity >= least:
            ours, theirs = cluster[one], cluster[other]
            cluster = [ours if each == theirs else each for each in cluster]
    return {row["id"]: number for row, number in zip(rows, cluster, strict=True)}


def measure_reprints(pairs: Sequence[Pair]) -> Measured:
    labels = [np.array([pair.reprint for pair in pairs if pair.half == half]) for half in (0, 1)]

    def measured(compare: Compare) -> tuple[dict[str, tuple[float, float]], float]:
        texts, places = numbered([(pair.left, pair.right) for pair in pairs])
        scores, seconds = timed(compare, texts, places)
        halves = [np.array([s for s, pair in zip(scores, pairs, strict=True) if pair.half == half]) for half in (0, 1)]
        least = precise_threshold(halves[0], labels[0])
        judged = [precision_and_recall(halves[half] >= least, labels[half]) for half in (0, 1)]
        return {
            "precision": (judged[0][0], judged[1][0]),
            "recall": (judged[0][1], judged[1][1]),
        }, seconds

    return measured


def precise_threshold(scores: NDArray[np.float64], labels: NDArray[np.bool_]) -> float:
    """Of those from which on pairs are reprints as surely as is wanted, the one that finds most; of several the most
    precise, then the highest. Beyond all scores where none is sure enough."""
    reached = [(*precision_and_recall(scores >= at, labels), float(at)) for at in np.unique(scores)]
    fitting = [(recall, precision, at) for precision, recall, at in reached if precision >= WANTED_PRECISION]
    return max(fitting, default=(0.0, 0.0, float("inf")))[2]


def precision_and_recall(judged: NDArray[np.bool_], labels: NDArray[np.bool_]) -> tuple[float, float]:
    right = int((judged & labels).sum())
    return right / max(1, int(judged.sum())), right / max(1, int(labels.sum()))


def numbered(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], list[tuple[int, int]]]:
    """Every text once, and the pairs by number."""
    numbers = {text: number for number, text in enumerate(dict.fromkeys(text for pair in pairs for text in pair))}
    return list(numbers), [(numbers[left], numbers[right]) for left, right in pairs]


def render(rows: Sequence[Beside | str]) -> str:
    """A Markdown table; who is not installed says what to do."""
    names = [row.name for row in rows if isinstance(row, Beside)]
    measures = next(list(row.figures) for row in rows if isinstance(row, Beside))
    heads = ["", *(f"{measure}, half {half}" for measure in measures for half in (0, 1)), "CPU seconds"]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    others = iter(peer.name for peer in PEERS if peer.name not in names)
    for row in rows:
        if isinstance(row, Beside):
            cells = [f"{value:.3f}" for measure in measures for value in row.figures[measure]]
            lines.append("| " + " | ".join([row.name, *cells, f"{row.seconds:.1f}"]) + " |")
        else:
            lines.append("| " + " | ".join([next(others), row, *[""] * (len(heads) - 2)]) + " |")
    return "\n".join(lines)
