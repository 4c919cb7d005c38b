"""Made archives of any size: happenings, each told by several outlets in other words, over five years.

What makes grouping hard at scale is how words repeat, so the words of a happening are drawn as often as they stand in
the news (the packaged table), and its names from a pool that grows with the archive, few of them in most stories.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

from provenance.matching import Frequencies

FIRST = date(2021, 1, 1)
YEARS = 5
ALONE = 0.5
"""The share of happenings that one outlet tells of."""
MEAN_TELLINGS, MOST_TELLINGS = 4, 40
KEPT, KEPT_NAME, CHANGED = 0.85, 0.93, 0.08
"""The chances that a telling keeps a word, keeps a name, and puts another in a word's place."""
TOLD_AGAIN = 0.05
"""The chance that a telling comes a year or more later."""

SYLLABLES = [consonant + vowel for consonant in "bdghklmnprstvz" for vowel in "aeio"]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as comparing needs it, with its happening and its day."""

    id: str
    text: str
    event: int
    day: date
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What may be drawn, with running sums of how often."""

    words: Sequence[str]
    sums: Sequence[float]

    def draw(self, chance: random.Random, number: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.sums, k=number)


def make_archive(size: int, frequencies: Frequencies, seed: int = 0) -> Iterator[Telling]:
    """So many claims, the tellings of one happening side by side; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    counts = {stem: count for stem, count in frequencies.counts.items() if stem.isalpha() and count < 1_000}
    words = Words(list(counts), list(accumulate(counts.values())))
    pool = sorted(
        {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title() for _ in range(20_000 + size // 5)}
    )
    chance.shuffle(pool)
    names = Words(pool, list(accumulate(1 / (rank + 20) for rank in range(len(pool)))))
    made = event = 0
    while made < size:
        for telling in _tellings(event, words, names, chance):
            if made < size:
                yield Telling(id=claim_id(made), text=telling[0], event=event, day=telling[1])
                made += 1
        event += 1


def claim_id(number: int) -> str:
    """As scattered as the digests that real claims are called by."""
    return f"c{sha256(str(number).encode()).hexdigest()[:16]}"


def _tellings(event: int, words: Words, names: Words, chance: random.Random) -> Iterator[tuple[str, date]]:
    told = words.draw(chance, chance.randint(7, 14))
    named = names.draw(chance, chance.randint(1, 4))
    figures = [str(chance.randint(2, 900))] if chance.random() < 0.4 else []
    day = FIRST + timedelta(days=chance.randrange(365 * YEARS))
    number = 1 if chance.random() < ALONE else min(MOST_TELLINGS, 2 + int(chance.expovariate(1 / MEAN_TELLINGS)))
    for _ in range(number):
        kept = [word for word in told if chance.random() < KEPT]
        kept = [words.draw(chance, 1)[0] if chance.random() < CHANGED else word for word in kept]
        kept += (
            [name for name in named if chance.random() < KEPT_NAME] + figures + words.draw(chance, chance.randint(0, 3))
        )
        if chance.random() < 0.3:
            chance.shuffle(kept)
        later = 365 + chance.randrange(400) if chance.random() < TOLD_AGAIN else chance.randrange(10)
        yield " ".join(["It", "was", *kept]), day + timedelta(days=later)
