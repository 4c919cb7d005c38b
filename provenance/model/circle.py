"""Reports that look like several witnesses and lead back to one, or to each other."""

from dataclasses import dataclass
from enum import StrEnum


class CircleKind(StrEnum):
    """RING: outlets that cite each other. ONE_ROOT: many outlets that all lead back to one. GAINS_CERTAINTY: what was
    hedged, or hung on nobody named, is told plainly further on."""

    RING = "ring"
    ONE_ROOT = "one-root"
    GAINS_CERTAINTY = "gains-certainty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Found within one group of claims that say the same. `text` is the chain in a sentence; `outlets` are its names in
    that order, of a ring the first one again at the end; `claims` are ids: of one that gains certainty the uncertain
    one first, then the certain one."""

    kind: CircleKind
    group: str
    text: str
    outlets: tuple[str, ...]
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a circle runs through claims")
