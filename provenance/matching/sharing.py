"""Which of many claims share enough of their keys, all at once.

Two near keys that weigh enough together are one code, three lighter ones are, and so is a far key; claims that have a
code in common stand side by side once the codes are sorted. It is the same rule as adding up what two claims share,
for one key never suffices and three always do; but the long lists of claims that have one frequent key are never gone
through."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, pairwise

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import UNDATED
from provenance.matching.keytable import NO_KEY, KeyTable, Numbers, Rows
from provenance.matching.policy import COMPARED_DAYS, COMPARED_WEIGHT

Codes = tuple[Numbers, Numbers]
"""Codes, and the rows of the claims that have them."""

AT_ONCE = 4_000_000
"""Codes that are sorted together, and pairs that are kept before those found twice are dropped: bounds the memory."""


def candidates(table: KeyTable) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every two claim ids that are to be compared, once: an id with others, those that are near in the table first."""
    lesser, greater = np.divmod(sharing_pairs(table), max(1, len(table.names)))
    bounds = [*np.flatnonzero(np.diff(lesser, prepend=-1)).tolist(), len(lesser)]
    for start, end in pairwise(bounds):
        yield table.names[lesser[start]], tuple([table.names[other] for other in greater[start:end].tolist()])


def sharing_pairs(table: KeyTable) -> Numbers:
    """Of every two claims that share enough the lesser row times their number and the greater one, in order."""
    found = np.empty(0, np.int64)
    waiting: list[Numbers] = []
    for pairs in chain(_far_pairs(table), _near_pairs(table)):
        waiting.append(pairs)
        if sum(map(len, waiting)) > max(AT_ONCE, len(found)):
            found = _distinct(np.concatenate((found, *waiting)))
            waiting.clear()
    return _distinct(np.concatenate((found, *waiting)))


def _far_pairs(table: KeyTable) -> Iterator[Numbers]:
    """Whatever their days."""
    rows, width = table.far.shape
    threes = table.far.reshape(-1, 3)
    known = threes[:, 0] != NO_KEY
    coded = _joined(*threes[known].T), np.repeat(np.arange(rows), width // 3)[known]
    yield from _paired(coded, np.full(rows, rows))


def _near_pairs(table: KeyTable) -> Iterator[Numbers]:
    several = np.bincount(table.near[table.near != NO_KEY], minlength=len(table.weights)) > 1
    near = np.where(several[table.near], table.near, np.int64(NO_KEY))
    until = np.searchsorted(table.days, table.days + COMPARED_DAYS, side="right")
    until[table.days == UNDATED] = len(table.names)
    for coded in (*_codes_of_two(near, table.weights), _codes_of_three(near, table.weights)):
        yield from _paired(coded, until)


def _codes_of_two(near: Numbers, weights: Numbers) -> Iterator[Codes]:
    """Of two keys that weigh enough together. Keys stand in one order in all claims: all that have one code have the
    same first key, and come in one part."""
    width = near.shape[1]
    parts = 1 + len(near) * width * width // (2 * AT_ONCE)
    for part in range(parts):
        found = [(np.empty(0, np.int64), np.empty(0, np.int64))]
        for one in range(width):
            rows = np.flatnonzero((near[:, one] % parts == part) & (near[:, one] != NO_KEY))
            left = near[rows, one]
            for other in range(one + 1, width):
                right = near[rows, other]
                enough = np.flatnonzero(weights[left] + weights[right] >= COMPARED_WEIGHT)
                found.append((left[enough] * len(weights) + right[enough], rows[enough]))
        yield _together(found)


def _codes_of_three(near: Numbers, weights: Numbers) -> Codes:
    """Of three keys of which no two weigh enough."""
    found = [(np.empty((0, 3), np.int64), np.empty(0, np.int64))]
    for columns in combinations(range(near.shape[1]), 3):
        heaviest = weights[near[:, columns[0]]] + weights[near[:, columns[1]]]
        rows = np.flatnonzero((heaviest < COMPARED_WEIGHT) & (near[:, columns] != NO_KEY).all(axis=1))
        found.append((near[rows][:, columns], rows))
    threes, rows = _together(found)
    return _joined(*threes.T), rows


def _together(found: Iterable[Codes]) -> Codes:
    codes, rows = zip(*found, strict=True)
    return np.concatenate(codes), np.concatenate(rows)


def _joined(*columns: Numbers | Rows) -> Numbers:
    """A number for each row of the columns, the same for the same."""
    codes = columns[0].astype(np.int64)
    for column in columns[1:]:
        codes = np.unique(codes, return_inverse=True)[1] * (int(column.max(initial=0)) + 1) + column
    return codes


def _distinct(numbers: Numbers) -> Numbers:
    """In order, each once; in a third of the time of `np.unique`, which hashes."""
    numbers.sort()
    new: npt.NDArray[np.bool_] = np.diff(numbers, prepend=-1) != 0
    return numbers[new]


def _paired(coded: Codes, until: Numbers) -> Iterator[Numbers]:
    """Every two claims that have a code in common, once for each code, unless the later row comes from the `until` of
    the earlier one on."""
    size = len(until)
    placed = _in_runs(*coded, size)
    runs, rows = np.divmod(placed, max(1, size))
    following = np.searchsorted(placed, runs * size + until[rows]) - np.arange(1, len(placed) + 1)
    bounds = np.searchsorted(np.cumsum(following), np.arange(0, following.sum() + AT_ONCE, AT_ONCE), side="left")
    for start, end in pairwise(np.unique(np.append(bounds, len(rows)))):
        yield _expanded(rows, following, start, end, size)


def _in_runs(codes: Numbers, rows: Numbers, size: int) -> Numbers:
    """In order: by number of the code, times so many rows, each row that has it; without the codes that one claim alone
    has."""
    order = np.argsort(codes)
    codes, rows = codes[order], rows[order]
    new = np.ones(len(codes) + 1, bool)
    new[1:-1] = codes[1:] != codes[:-1]
    shared = ~(new[1:] & new[:-1])
    placed = np.cumsum(new[:-1])[shared] * size + rows[shared]
    placed.sort()
    return placed


def _expanded(rows: Numbers, following: Numbers, start: int, end: int, size: int) -> Numbers:
    """Each place from `start` to `end` with as many of those behind it as it has following."""
    counts = following[start:end]
    firsts = np.repeat(np.arange(start, end), counts)
    steps = np.arange(1, len(firsts) + 1) - np.repeat(np.cumsum(counts) - counts, counts)
    pairs: Numbers = rows[firsts] * size + rows[firsts + steps]
    return pairs
