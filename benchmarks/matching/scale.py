"""How grouping grows with an archive: seconds, memory, and whether quality holds.

    python -m benchmarks.matching.scale [--claims 10000 100000 1000000] [--explained]

Grouping needs no reasons; `--explained` makes them, as the store does, and throws them away. Each size is measured in a
process of its own, on a made archive (`archive.py`); seconds are those of one processor core, memory the most that the
process held.
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
    made = megabytes()
    started = time.process_time()
    keyed = ((claim, read_keys(telling.text, frequencies)) for claim, telling in told.items())
    table = number_keys(keyed, days)
    keys_read = time.process_time()
    bonds = collect_bonds(told, compare_keyed(told, table, frequencies, explained=explained))
    compared = time.process_time()
    groups = {level: group_bonds(bonds, level) for level in Level}
    grouped = time.process_time()
    row: dict[str, float | str] = {
        "policy": POLICY,
        "claims": size,
        "explained": explained,
        "comparisons": len(bonds),
        "keys_seconds": round(keys_read - started, 2),
        "comparing_seconds": round(compared - keys_read, 2),
        "grouping_seconds": round(grouped - compared, 2),
        "seconds": round(grouped - started, 2),
        "megabytes_of_the_texts": made,
        "megabytes": megabytes(),
    }
    gold = {claim: telling.event for claim, telling in told.items()}
    for level, found in groups.items():
        scores = b_cubed(gold, {claim: group.id for group in found for claim in group.claims})
        row |= {f"{level}_{name}": round(value, 4) for name, value in scores.items()}
    return row


def megabytes() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, 1)


def measured_apart(sizes: list[int], *, explained: bool) -> Iterator[str]:
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.matching.scale", "--one", str(size)]
        command += ["--explained"] if explained else []
        yield subprocess.run(command, check=True, capture_output=True, text=True).stdout


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
