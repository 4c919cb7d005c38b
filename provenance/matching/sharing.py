"""Which of many claims share enough of their keys, all at once.

Two near keys that weigh enough together are one code, three lighter ones are, and so is a far key; claims that have a
code in common stand side by side once the codes are sorted. It is the same rule as adding up what two claims share,
for one key never suffices and three always do; but the long lists of claims that have one frequent key are never gone
through."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

import numpy as np
import numpy.typing as npt

from provenance.matching.keys import UNDATED, Keys
from provenance.matching.policy import COMPARED_DAYS, COMPARED_WEIGHT

Numbers = npt.NDArray[np.int64]
Codes = tuple[Numbers, Numbers]
"""Codes, and the places of the claims that have them."""

AT_ONCE = 2_000_000
"""Codes that are sorted together, and pairs that are kept before those found twice are dropped: bounds the memory."""

NO_KEY = -1


def candidates(keyed: Mapping[str, Keys], days: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every two claim ids that are to be compared, once: an id with others. Ids that share their rarest stem come near
    each other. `days` are day numbers; a claim that is not there is undated."""
    names = sorted(keyed, key=lambda name: (next(iter(keyed[name].near), ""), name))
    pairs = sharing_pairs([keyed[name] for name in names], [days.get(name, UNDATED) for name in names])
    lesser, greater = np.divmod(pairs, max(1, len(names)))
    bounds = [*np.flatnonzero(np.diff(lesser, prepend=-1)).tolist(), len(pairs)]
    for start, end in pairwise(bounds):
        yield names[lesser[start]], tuple([names[other] for other in greater[start:end].tolist()])


def sharing_pairs(keys: Sequence[Keys], days: Sequence[int]) -> Numbers:
    """Of every two claims that share enough the lesser place times their number and the greater one, in order."""
    found = np.empty(0, np.int64)
    waiting: list[Numbers] = []
    for pairs in chain(_far_pairs(keys), _near_pairs(keys, np.array(days, np.int64))):
        waiting.append(pairs)
        if sum(map(len, waiting)) > max(AT_ONCE, len(found)):
            found = np.unique(np.concatenate((found, *waiting)))
            waiting.clear()
    return np.unique(np.concatenate((found, *waiting)))


def _far_pairs(keys: Sequence[Keys]) -> Iterator[Numbers]:
    """Whatever their days."""
    several = Counter(key for each in keys for key in each.far)
    numbers = {key: number for number, key in enumerate(key for key, count in several.items() if count > 1)}
    shared = [(numbers[key], place) for place, each in enumerate(keys) for key in each.far if key in numbers]
    codes, places = np.array(shared, np.int64).reshape(-1, 2).T
    yield from _paired((codes, places), np.full(len(keys), UNDATED, np.int64))


def _near_pairs(keys: Sequence[Keys], days: Numbers) -> Iterator[Numbers]:
    near, weights = _tables(keys)
    for codes in (*_codes_of_two(near, weights), _codes_of_three(near, weights)):
        yield from _paired(codes, days)


def _tables(keys: Sequence[Keys]) -> tuple[Numbers, Numbers]:
    """By claim and place the numbers of the near keys that several claims have, and what they count for."""
    several = Counter(key for each in keys for key in each.near)
    numbers = {key: number for number, key in enumerate(key for key, count in several.items() if count > 1)}
    size = max((len(each.near) for each in keys), default=0)
    near = np.full((len(keys), size), NO_KEY, np.int64)
    weights = np.zeros((len(keys), size), np.int64)
    for place, each in enumerate(keys):
        near[place, : len(each.near)] = [numbers.get(key, NO_KEY) for key in each.near]
        weights[place, : len(each.near)] = list(each.near.values())
    return near, weights


def _codes_of_two(near: Numbers, weights: Numbers) -> Iterator[Codes]:
    """Of two keys that weigh enough together; all claims with one code come in one part."""
    columns = list(combinations(range(near.shape[1]), 2))
    count = int(near.max(initial=0)) + 1
    parts = 1 + len(near) * len(columns) // AT_ONCE
    for part in range(parts):
        codes, places = [], []
        for one, other in columns:
            left, right = near[:, one], near[:, other]
            enough = (left >= 0) & (right >= 0) & (weights[:, one] + weights[:, other] >= COMPARED_WEIGHT)
            chosen = np.flatnonzero(enough & ((left + right) % parts == part))
            ends = left[chosen], right[chosen]
            codes.append(np.minimum(*ends) * count + np.maximum(*ends))
            places.append(chosen)
        if codes:
            yield np.concatenate(codes), np.concatenate(places)


def _codes_of_three(near: Numbers, weights: Numbers) -> Codes:
    """Of three keys of which no two weigh enough: the lightest, and few claims have three of them."""
    lightest = np.sort(np.where(near >= 0, weights, COMPARED_WEIGHT), axis=1)[:, :3]
    rows = np.flatnonzero(lightest[:, 1:].sum(axis=1) < COMPARED_WEIGHT) if near.shape[1] > 2 else np.empty(0, np.int64)
    found = [(row, three) for row in rows.tolist() for three in _light_threes(near[row], weights[row])]
    numbers = {three: number for number, three in enumerate(dict.fromkeys(three for _, three in found))}
    return np.array([numbers[three] for _, three in found], np.int64), np.array([row for row, _ in found], np.int64)


def _light_threes(near: Numbers, weights: Numbers) -> Iterator[tuple[int, ...]]:
    keys = [(weight, key) for weight, key in zip(weights.tolist(), near.tolist(), strict=True) if key != NO_KEY]
    for three in combinations(sorted(keys), 3):
        if three[1][0] + three[2][0] < COMPARED_WEIGHT:
            yield tuple([key for _, key in three])


def _paired(coded: Codes, days: Numbers) -> Iterator[Numbers]:
    """Every two claims that have a code in common and lie close enough in time, once for each code."""
    codes, places = _of_several(*coded)
    known, dates = np.unique(days, return_inverse=True)
    runs = np.unique(codes, return_inverse=True)[1] * len(known)
    moments = runs + dates[places]
    order = np.argsort(moments, kind="stable")
    moments, places = moments[order], places[order]
    last = np.searchsorted(known, known + COMPARED_DAYS, side="right") - 1
    last[known == UNDATED] = len(known) - 1
    ends = np.searchsorted(moments, runs[order] + last[dates[places]], side="right")
    following = ends - np.arange(1, len(places) + 1)
    bounds = np.searchsorted(np.cumsum(following), np.arange(0, following.sum() + AT_ONCE, AT_ONCE), side="left")
    for start, end in pairwise(np.unique(np.append(bounds, len(places)))):
        yield _expanded(places, following, start, end, len(days))


def _of_several(codes: Numbers, places: Numbers) -> Codes:
    """Without the codes that one claim alone has."""
    order = np.argsort(codes)
    codes, places = codes[order], places[order]
    new = np.ones(len(codes) + 1, bool)
    new[1:-1] = codes[1:] != codes[:-1]
    shared = ~(new[1:] & new[:-1])
    return codes[shared], places[shared]


def _expanded(places: Numbers, following: Numbers, start: int, end: int, size: int) -> Numbers:
    """Each place from `start` to `end` with as many of those behind it as it has following."""
    counts = following[start:end]
    firsts = np.repeat(np.arange(start, end), counts)
    steps = np.arange(1, len(firsts) + 1) - np.repeat(np.cumsum(counts) - counts, counts)
    ends = places[firsts], places[firsts + steps]
    pairs: Numbers = np.minimum(*ends) * size + np.maximum(*ends)
    return pairs
