"""Comparisons of many claims as numbers, without their reasons: all that grouping needs."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from provenance.model import Agreement, Comparison

AGREEMENTS = tuple(Agreement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Each pair once. `names` are claim ids, sorted; `left` and `right` places in them, the smaller one left;
    `agreement` places in AGREEMENTS."""

    names: tuple[str, ...]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float64]
    agreement: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.left)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The places of both ends."""
        return zip(self.left.tolist(), self.right.tolist(), strict=True)

    def comparisons(self) -> Iterator[Comparison]:
        """As they were, but for the reasons."""
        rest = zip(self.similarity.tolist(), self.agreement.tolist(), strict=True)
        for (one, other), (similarity, agreement) in zip(self.pairs(), rest, strict=True):
            yield Comparison(
                left=self.names[one],
                right=self.names[other],
                agreement=AGREEMENTS[agreement],
                similarity=similarity,
            )

    def having(self, agreements: Collection[Agreement]) -> "Bonds":
        """Those of such an agreement."""
        chosen = np.isin(self.agreement, [AGREEMENTS.index(agreement) for agreement in agreements])
        return replace(
            self,
            left=self.left[chosen],
            right=self.right[chosen],
            similarity=self.similarity[chosen],
            agreement=self.agreement[chosen],
        )


def collect_bonds(ids: Iterable[str], comparisons: Iterable[Comparison]) -> Bonds:
    """Of these claims; comparisons of others are left aside, and none is kept."""
    names = tuple(sorted(set(ids)))
    places = {name: place for place, name in enumerate(names)}
    numbers = {agreement: number for number, agreement in enumerate(AGREEMENTS)}
    left, right, similarity, agreement = array("i"), array("i"), array("d"), array("b")
    for comparison in comparisons:
        one, other = places.get(comparison.left), places.get(comparison.right)
        if one is not None and other is not None:
            left.append(one)
            right.append(other)
            similarity.append(comparison.similarity)
            agreement.append(numbers[comparison.agreement])
    return Bonds(
        names=names,
        left=np.array(left, np.int32),
        right=np.array(right, np.int32),
        similarity=np.array(similarity, np.float64),
        agreement=np.array(agreement, np.int8),
    )
