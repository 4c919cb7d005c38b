"""Fits the weights by which two given claims are judged, on the half of the development data that is tuned on.

    python -m benchmarks.matching.train_weights FOLDER > provenance/matching/data/pair_weights.tsv

FOLDER holds the development files. What every trait says in words is kept from the table as it stands; with --stances
so are the weights for "the same".
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.happenings import pair_headlines
from benchmarks.matching.rows import Row, claim_of, half_of, read_rows
from provenance.matching.pairing import ALWAYS, COLUMNS, PairModel, Stance
from provenance.matching.traits import read_traits
from provenance.matching.wording import read_wording
from provenance.services.comparing import load_frequencies
from provenance.services.judging import load_pair_model

Matrix = NDArray[np.float64]

SAME = {"mrpc_pairs": 2.0, "sts_headlines_pairs": 2.0, "ecbplus_pairs": 1.0}
"""The files that teach what is the same, with their shares; only traits alone, no two together, are weighed for it."""

STANCES = {
    "emergent_hh": 3.0,
    "emergent_nli": 3.0,
    "emergent_clusters": 3.0,
    "fever_symmetric": 1.5,
    "vitaminc_sample": 1.0,
    "sick_nli": 4.5,
}
"""The files that teach stances, with their shares; within a file every stance counts the same. Of the groups of
headlines pairs are made."""

GROUPED = "emergent_clusters"

CROWDING = 0.5
"""Each of n pairs of one stance and one happening counts as one through n to this power: halfway between every pair
alike (0) and every happening alike (1). Within the tuned half, happenings left out in turn, as good as 1 on headlines
and better on the rest, and better than 0."""

SAME_PULL, STANCES_PULL = 1e-2, 5e-3
"""How strongly weights are pulled towards nothing: best within the tuned half, four parts of it left out in turn."""

ROUNDS = 3000


@dataclass(frozen=True, slots=True)
class Sample:
    """Traits by pair, the label's place among the classes, every pair's share, and which file it is of."""

    traits: Matrix
    labels: NDArray[np.int64]
    shares: Matrix
    files: NDArray[np.int64]


def read_sample(folder: Path, shares: Mapping[str, float], classes: Sequence[str]) -> tuple[tuple[str, ...], Sample]:
    """The names of the traits, and the tuned half of the files."""
    frequencies, cues = load_frequencies(), load_pair_model().cues
    names: tuple[str, ...] = ()
    traits, labels, weights, files = [], [], [], []
    for number, (name, share) in enumerate(shares.items()):
        rows = [row for row in read_rows(folder / f"{name}_dev.jsonl") if half_of(row) == 0]
        rows = pair_headlines(rows, frequencies) if name == GROUPED else rows
        for row in rows:
            ordered = sorted((row["a"], row["b"]))
            sides = [read_wording(claim_of(text, text), frequencies, cues) for text in ordered]
            values = read_traits(*sides).values
            names = tuple(values)
            traits.append([trait.value for trait in values.values()])
        labels += [classes.index(row["label"]) for row in rows]
        weights += share_out(rows, share)
        files += [number] * len(rows)
    return names, Sample(np.array(traits), np.array(labels), np.array(weights), np.array(files))


def share_out(rows: Sequence[Row], share: float) -> list[float]:
    """Every label of a file gets the same part of its share, which its happenings divide; a row that names none is one
    of its own."""
    crowds = Counter(crowd_of(row) for row in rows)
    parts = [crowds[crowd_of(row)] ** -CROWDING for row in rows]
    wholes: dict[str, float] = defaultdict(float)
    for row, part in zip(rows, parts, strict=True):
        wholes[row["label"]] += part
    return [share / len(wholes) * part / wholes[row["label"]] for row, part in zip(rows, parts, strict=True)]


def crowd_of(row: Row) -> tuple[str, str]:
    return row["label"], row.get("claim_id") or row["id"]


def fit(sample: Sample, classes: int, pull: float, *, by_file: bool) -> Matrix:
    """Multinomial logistic regression by accelerated gradient descent; a column a class, the last row holds always.
    Where asked every file has a constant of its own, which is thrown away: how often pairs agree differs from file to
    file."""
    spread = sample.traits.std(axis=0) + 1e-6
    middle = sample.traits.mean(axis=0)
    inputs = (sample.traits - middle) / spread
    files = sample.files if by_file else np.zeros_like(sample.files)
    inputs = np.hstack([inputs, np.eye(int(files.max()) + 1)[files]])
    pulled = np.zeros((inputs.shape[1], 1))
    pulled[: len(spread)] = 2 * pull
    wanted = np.eye(classes)[sample.labels]
    shares = (sample.shares / sample.shares.sum())[:, None]
    step = 1.0 / (0.5 * np.linalg.norm(inputs * np.sqrt(shares), 2) ** 2 + 2 * pull)
    weights = ahead = np.zeros((inputs.shape[1], classes))
    for turn in range(ROUNDS):
        scores = inputs @ ahead
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        moved = ahead - step * (inputs.T @ (shares * (chances - wanted)) + pulled * ahead)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    scaled = weights[: len(spread)] / spread[:, None]
    constant = weights[len(spread) :].mean(axis=0) - middle @ scaled
    return np.vstack([scaled, constant])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching.train_weights", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folder", type=Path, help="where the development files lie")
    parser.add_argument("--stances", action="store_true", help="fit the stances alone")
    options = parser.parse_args()
    folder, model = options.folder, load_pair_model()
    names, stances = read_sample(folder, STANCES, tuple(Stance))
    same = kept_sameness(names, model) if options.stances else fit_sameness(folder)
    table = np.hstack([same[:, None], fit(stances, len(Stance), STANCES_PULL, by_file=False)])
    lines = [f"# {digest(path)} {path.name}" for path in sorted(folder.glob("*_dev.jsonl")) if is_used(path)]
    lines.append("\t".join(COLUMNS))
    for name, row in zip((*names, ALWAYS), table, strict=True):
        lines.append("\t".join([name, model.words.get(name, ""), *(f"{weight:.3f}" for weight in row)]))
    sys.stdout.write("\n".join(lines) + "\n")


def fit_sameness(folder: Path) -> Matrix:
    names, same = read_sample(folder, SAME, ("different", "same"))
    alone = np.array(["_with_" not in name for name in names])
    plain = Sample(same.traits * alone, same.labels, same.shares, same.files)
    sameness = fit(plain, 2, SAME_PULL, by_file=True)
    weights: Matrix = sameness[:, 1] - sameness[:, 0]
    return weights


def kept_sameness(names: Sequence[str], model: PairModel) -> Matrix:
    return np.array([model.same[name] for name in (*names, ALWAYS)])


def is_used(path: Path) -> bool:
    return path.name.removesuffix("_dev.jsonl") in {*SAME, *STANCES}


def digest(path: Path) -> str:
    return f"sha256:{sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    main()
