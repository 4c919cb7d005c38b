"""The mean of the weights of several runs that began alike and read their texts in another order.

python -m training.average OUT.pt RUN/epoch3.pt RUN/epoch3.pt ...
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(runs: Sequence[Path]) -> dict[str, Tensor]:
    states = [torch.load(run, weights_only=True) for run in runs]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    options = parser.parse_args()
    torch.save(average(options.runs), options.output)
    print(f"{options.output}: the mean of {len(options.runs)} runs")


if __name__ == "__main__":
    main()
