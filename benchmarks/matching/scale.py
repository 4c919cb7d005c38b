"""How grouping grows with an archive: seconds, memory, and whether quality holds.

    python -m benchmarks.matching.scale [--claims 10000 100000 1000000] [--explained]

Grouping needs no reasons; `--explained` makes them, as the store does, and throws them away. Each size is measured in a
process of its own, on a made archive (`archive.py`); seconds are those of one processor core, memory the most that the
process held up to the end of a phase, the texts included.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.matching.archive import make_archive
from benchmarks.matching.measures import b_cubed
from provenance.matching import (
    POLICY,
    Level,
    collect_bonds,
    compare_keyed,
    day_number,
    group_bonds,
    number_keys,
    read_keys,
)
from provenance.services.comparing import load_frequencies

SIZES = (10_000, 100_000, 1_000_000)


def measure(size: int, *, explained: bool) -> dict[str, float | str]:
    frequencies = load_frequencies()
    told = {telling.id: telling for telling in make_archive(size, frequencies)}
    days = {claim: day_number(telling.day) for claim, telling in told.items()}
    phases = Phases(size)
    table = number_keys(((claim, read_keys(telling.text, frequencies)) for claim, telling in told.items()), days)
    phases.end("keys")
    bonds = collect_bonds(told, compare_keyed(told, table, frequencies, explained=explained))
    phases.end("comparing")
    del table
    groups = {}
    for level in Level:
        groups[level] = group_bonds(bonds, level)
        phases.end(f"{level}_grouping")
    row: dict[str, float | str] = {
        "policy": POLICY,
        "claims": size,
        "explained": explained,
        "comparisons": len(bonds),
        **phases.measured,
        "seconds": round(sum(value for name, value in phases.measured.items() if name.endswith("_seconds")), 2),
        "megabytes": megabytes(),
    }
    gold = {claim: telling.event for claim, telling in told.items()}
    for level, found in groups.items():
        scores = b_cubed(gold, {claim: group.id for group in found for claim in group.claims})
        row |= {f"{level}_{name}": round(value, 4) for name, value in scores.items()}
    return row


class Phases:
    """What each phase took, and the most memory that the process held up to its end; said on the way, for a large
    archive takes its time."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.measured: dict[str, float] = {"megabytes_of_the_texts": megabytes()}
        self._started = time.process_time()

    def end(self, name: str) -> None:
        now = time.process_time()
        seconds, held = round(now - self._started, 2), megabytes()
        self.measured |= {f"{name}_seconds": seconds, f"{name}_megabytes": held}
        sys.stderr.write(f"{self._size} claims, {name}: {seconds} s, {held} MB at most\n")
        self._started = time.process_time()


def megabytes() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, 1)


def measured_apart(sizes: list[int], *, explained: bool) -> Iterator[str]:
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.matching.scale", "--one", str(size)]
        command += ["--explained"] if explained else []
        yield subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching.scale", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES), help="sizes of archives")
    parser.add_argument("--explained", action="store_true", help="with the reasons of every comparison")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        sys.stdout.write(json.dumps(measure(options.one, explained=options.explained), indent=1) + "\n")
        return
    for row in measured_apart(options.claims, explained=options.explained):
        sys.stdout.write(row)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
