"""Which of many claims share enough of their keys, some thousands of claims at a time.

Two near keys that weigh enough together are one code, three lighter ones are, and so is a far key; claims that have a
code in common stand side by side once the codes are sorted. It is the same rule as adding up what two claims share,
for one key never suffices and three always do; but the long lists of claims that have one frequent key are never gone
through. What is enough depends on the days between two claims: those that lie close are found first, then, by heavier
codes, those that lie further away."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import UNDATED, Numbers
from provenance.matching.keytable import NO_KEY, KeyTable, Rows
from provenance.matching.policy import CLOSE_DAYS, COMPARED_DAYS, COMPARED_WEIGHT, FAR_WEIGHT

Codes = tuple[Numbers, Numbers]
"""Codes, and the rows of the claims that have them."""

Weighed = tuple[Numbers, int]
"""What each key weighs, and what is enough."""

NO_ROWS: Numbers = np.empty(0, np.int64)

AT_ONCE = 1_000_000
"""Codes that are sorted together, and pairs that are kept before those found twice are dropped: bounds the memory."""

ROWS_AT_ONCE = 200_000
"""Claims whose pairs with later ones are found together: bounds the memory, too. What is read again for the next ones
is only those that lie close to both."""

CODES_FIT = 2**63
"""Numbers below it can be told apart."""


def candidates(table: KeyTable) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every two claim ids that are to be compared, once: an id with others, those that are near in the table first."""
    for pairs in sharing_pairs(table):
        lesser, greater = np.divmod(pairs, len(table.names))
        bounds = [*np.flatnonzero(np.diff(lesser, prepend=-1)).tolist(), len(lesser)]
        for start, end in pairwise(bounds):
            yield table.names[lesser[start]], tuple([table.names[other] for other in greater[start:end].tolist()])


def sharing_pairs(table: KeyTable) -> Iterator[Numbers]:
    """Of every two claims that share enough the lesser row times their number and the greater one, in order."""
    size = len(table.names)
    far = _collected(_far_pairs(table))
    several = np.bincount(table.near[table.near != NO_KEY], minlength=len(table.weights)) > 1
    near = np.where(several[table.near], table.near, np.int32(NO_KEY))
    close, further = (
        np.searchsorted(table.days, table.days + days, side="right") for days in (CLOSE_DAYS, COMPARED_DAYS)
    )
    close[table.days == UNDATED] = size
    further[table.days == UNDATED] = 0
    for start in range(0, size, ROWS_AT_ONCE):
        end = min(start + ROWS_AT_ONCE, size)
        found = [far[slice(*np.searchsorted(far, (start * size, end * size)))]]
        for until, enough in ((close, COMPARED_WEIGHT), (further, FAR_WEIGHT)):
            window = slice(start, int(until[start:end].max(initial=start)))
            reach = np.where(np.arange(size)[window] < end, until[window], 0)
            found.append(_collected(_near_pairs(near[window], (table.weights, enough), start, reach, size)))
        yield _collected(found)


def _collected(found: Iterable[Numbers]) -> Numbers:
    """All in order, each once."""
    distinct = np.empty(0, np.int64)
    waiting: list[Numbers] = []
    for pairs in found:
        waiting.append(pairs)
        if sum(map(len, waiting)) > max(AT_ONCE, len(distinct)):
            distinct = _distinct(np.concatenate((distinct, *waiting)))
            waiting.clear()
    return _distinct(np.concatenate((distinct, *waiting)))


def _far_pairs(table: KeyTable) -> Iterator[Numbers]:
    """Whatever their days."""
    size, width = table.far.shape
    threes = table.far.reshape(-1, 3)
    parts = 1 + len(threes) // AT_ONCE
    for part in range(parts):
        chosen = np.flatnonzero((threes[:, 0] != NO_KEY) & (threes[:, 0] % parts == part))
        codes = _joined(threes[chosen].T, len(table.weights))
        yield from _paired((codes, chosen // (width // 3)), np.full(size, size), size)


def _near_pairs(near: Rows, weighed: Weighed, first: int, until: Numbers, size: int) -> Iterator[Numbers]:
    """Of the claims from row `first` on, each with later ones up to its `until`."""
    columns = np.ascontiguousarray(near.T)
    parts = 1 + columns.size * len(columns) // (2 * AT_ONCE)
    for part in range(parts):
        for codes, rows in _codes(columns, weighed, parts, part):
            for pairs in _paired((codes, rows), until - first, len(until)):
                lesser, greater = np.divmod(pairs, max(1, len(until)))
                yield (lesser + first) * size + greater + first


def _codes(columns: Rows, weighed: Weighed, parts: int, part: int) -> tuple[Codes, Codes]:
    """Of two keys that weigh enough together, and of three of which the first two do not. Keys stand in one order in
    all claims: all that have one code have the same first key, and come in one part."""
    weights, least = weighed
    twos, threes = [(np.empty((2, 0), np.int32), NO_ROWS)], [(np.empty((3, 0), np.int32), NO_ROWS)]
    for one, keys in enumerate(columns):
        rows = np.flatnonzero((keys != NO_KEY) & (keys % parts == part))
        mine = columns[one:, rows]
        for other in range(1, len(mine)):
            known = mine[other] != NO_KEY
            enough = weights[mine[0]] + weights[mine[other]] >= least
            heavy, light = np.flatnonzero(known & enough), np.flatnonzero(known & ~enough)
            twos.append((mine[[0, other]][:, heavy], rows[heavy]))
            for third in range(other + 1, len(mine)):
                having = light[mine[third, light] != NO_KEY]
                threes.append((mine[[0, other, third]][:, having], rows[having]))
    return _together(twos, len(weights)), _together(threes, len(weights))


def _together(found: Iterable[tuple[Rows, Numbers]], size: int) -> Codes:
    """Of keys below `size`, a row for each place in a code, with the claims that have them."""
    keys, rows = zip(*found, strict=True)
    return _joined(np.concatenate(keys, axis=1), size), np.concatenate(rows)


def _joined(columns: Rows, size: int) -> Numbers:
    """A number for each row of columns of numbers below `size`, the same for the same."""
    codes: Numbers = columns[0].astype(np.int64)
    span = size
    for column in columns[1:]:
        if span * size > CODES_FIT:
            distinct, codes = np.unique(codes, return_inverse=True)
            span = len(distinct)
        codes, span = codes * size + column, span * size
    return codes


def _distinct(numbers: Numbers) -> Numbers:
    """In order, each once; in a third of the time of `np.unique`, which hashes."""
    numbers.sort()
    new: npt.NDArray[np.bool_] = np.diff(numbers, prepend=-1) != 0
    return numbers[new]


def _paired(coded: Codes, until: Numbers, size: int) -> Iterator[Numbers]:
    """Every two claims that have a code in common, once for each code, unless the later row comes from the `until` of
    the earlier one on."""
    placed = _in_runs(*coded, size)
    runs, rows = np.divmod(placed, max(1, size))
    following = np.searchsorted(placed, runs * size + until[rows]) - np.arange(1, len(placed) + 1)
    following = np.maximum(following, 0)
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
