"""Windows of an epoch in batches of about the same size."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from provenance.extraction.windows import FEATURES
from training.data import Labelled

_POOL = 1_000
_STEP = 8
"""Windows are padded to a multiple of it: an operation is prepared anew for every shape it meets."""
IGNORED = -100


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Windows side by side, padded: pieces, features and the labels of the heads [B, L]; real is 1 where a piece
    stands."""

    windows: tuple[Labelled, ...]
    pieces: Tensor
    features: Tensor
    real: Tensor
    cues: Tensor
    names: Tensor
    grammar: Tensor


def in_batches(windows: Sequence[Labelled], size: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of at most `size` pieces, padding counted; each holds windows of like length, drawn at random."""
    shuffled = list(windows)
    chance.shuffle(shuffled)
    groups: list[list[Labelled]] = []
    for start in range(0, len(shuffled), _POOL):
        by_length = sorted(shuffled[start : start + _POOL], key=_length)
        groups += _groups(by_length, size)
    chance.shuffle(groups)
    return (_batch(group) for group in groups)


def _length(labelled: Labelled) -> int:
    return len(labelled.window.pieces)


def _padded(labelled: Labelled) -> int:
    return -(-_length(labelled) // _STEP) * _STEP


def _groups(by_length: Sequence[Labelled], size: int) -> list[list[Labelled]]:
    groups: list[list[Labelled]] = [[]]
    for each in by_length:
        if groups[-1] and (len(groups[-1]) + 1) * _padded(each) > size:
            groups.append([])
        groups[-1].append(each)
    return groups


def _batch(group: Sequence[Labelled]) -> Batch:
    shape = (len(group), max(_padded(each) for each in group))
    pieces, features = np.zeros(shape, np.int64), np.full(shape, FEATURES - 1, np.int64)
    real = np.zeros(shape, np.float32)
    cues, names, grammar = (np.full(shape, IGNORED, np.int64) for _ in range(3))
    for row, each in enumerate(group):
        length = _length(each)
        pieces[row, :length], features[row, :length] = each.window.pieces, each.window.features
        real[row, :length], cues[row, :length] = 1, each.cues
        names[row, :length], grammar[row, :length] = each.names, each.grammar
    return Batch(tuple(group), *(torch.from_numpy(each) for each in (pieces, features, real, cues, names, grammar)))
