"""The network: a MiniLM encoder, a head that finds cues, a head that tags source and content for each cue."""

import math
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from provenance.extraction.labels import BEGIN, INSIDE, TAGS
from provenance.extraction.windows import FEATURES, LONGEST

WIDTH, HEADS, INNER, LAYERS, VOCABULARY, POSITIONS = 384, 12, 1536, 6, 30_522, 512
PAIR_WIDTH = 160
CANDIDATE = 0.15
_GOES_ON = 0.4
_EXACT, _STEPS, _FARTHEST = 8, 4, 29


class Dropout(nn.Module):
    """Takes its mask from a pool of ready ones: drawing it anew cost a third of every step on a CPU."""

    def __init__(self, share: float = 0.1, pool: int = 1 << 24) -> None:
        super().__init__()
        self.share, self.size = share, pool
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if self.pool is None:
            self.pool = ((torch.rand(self.size) >= self.share).float() / (1 - self.share)).to(x.dtype)
        start = int(torch.randint(0, self.size - x.numel(), (1,)))
        return x * self.pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        heads = [part(x).unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in (self.query, self.key, self.value)]
        scores = heads[0] @ heads[1].transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS)) + mask
        attended = (torch.softmax(scores, -1) @ heads[2]).transpose(1, 2).flatten(2)
        x = self.norm1(x + self.dropout(self.out(attended)))
        return cast(Tensor, self.norm2(x + self.dropout(self.narrow(functional.gelu(self.wide(x))))))


class Encoder(nn.Module):
    """MiniLM-L6 with one more input embedding, zero at the start: capitals and quotation marks."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, features: Tensor, real: Tensor) -> Tensor:
        places = self.positions(torch.arange(pieces.shape[1], device=pieces.device))
        x = self.dropout(self.norm(self.words(pieces) + places + self.features(features)))
        mask = ((1.0 - real) * -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return cast(Tensor, x)


class PairHead(nn.Module):
    """Tags every piece of a window for one cue."""

    buckets: Tensor

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.piece, self.piece_gate = nn.Linear(WIDTH, PAIR_WIDTH), nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.cue, self.cue_gate = nn.Linear(WIDTH, PAIR_WIDTH), nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.distance = nn.Embedding(2 * _FARTHEST + 3, PAIR_WIDTH)
        self.near = nn.Conv1d(PAIR_WIDTH, PAIR_WIDTH, 5, padding=2)
        self.far = nn.Conv1d(PAIR_WIDTH, PAIR_WIDTH, 5, padding=4, dilation=2)
        self.norms = nn.ModuleList(nn.LayerNorm(PAIR_WIDTH) for _ in range(3))
        self.out = nn.Linear(PAIR_WIDTH, TAGS)
        self.dropout = dropout
        self.register_buffer("buckets", distance_buckets(), persistent=False)

    def forward(self, hidden: Tensor, rows: Tensor, members: Tensor, real: Tensor) -> Tensor:
        """hidden [B, L, H]; rows [N] the window of each cue; members [N, L] 1 on its pieces; real [B, L]."""
        weights = (members / members.sum(1, keepdim=True)).to(hidden.dtype)
        cue = torch.bmm(weights[:, None], hidden[rows])
        kept = real[rows][:, :, None].to(hidden.dtype)
        x = self.piece(hidden)[rows] + self.cue(cue) + self.piece_gate(hidden)[rows] * self.cue_gate(cue)
        x = x + self.distance(self.bucket(members))
        x = self.dropout(functional.gelu(self.norms[0](x))) * kept
        x = self.norms[1](x + functional.gelu(self.near(x.transpose(1, 2)).transpose(1, 2))) * kept
        x = self.norms[2](x + functional.gelu(self.far(x.transpose(1, 2)).transpose(1, 2)))
        return cast(Tensor, self.out(self.dropout(x)))

    def bucket(self, members: Tensor) -> Tensor:
        """The bucket of each piece's signed distance to the cue, 0 within it."""
        places = torch.arange(members.shape[1], device=members.device)[None, :]
        first = members.argmax(1, keepdim=True)
        last = first + members.sum(1, keepdim=True).long() - 1
        return self.buckets[torch.clamp(places - first, max=0) + torch.clamp(places - last, min=0) + LONGEST]


def distance_buckets() -> Tensor:
    """Bucket by distance + LONGEST: exact up to 8, then four to each doubling."""
    distances = torch.arange(-LONGEST, LONGEST + 1)
    far = distances.abs()
    coarse = _EXACT + (torch.log2(far.clamp(min=_EXACT) / _EXACT) * _STEPS).long()
    size = torch.where(far < _EXACT, far, coarse.clamp(max=_FARTHEST))
    return _FARTHEST + 1 + distances.sign() * size


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        dropout = Dropout()
        self.encoder, self.cues, self.pairs = Encoder(dropout), nn.Linear(WIDTH, 3), PairHead(dropout)
        self.names, self.grammar = nn.Linear(WIDTH, 5), nn.Linear(WIDTH, 3)

    def encode(self, pieces: Tensor, features: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states and the scores of the cue head."""
        hidden = self.encoder(pieces, features, real)
        return hidden, self.cues(hidden)

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """One window [L], as it runs in the product: the first pieces of cue candidates [N], how likely each is [N],
        and for each the probabilities of the nine tags [N, L, 9]; for each piece the label of the name head [L] and of
        the grammar head [L]. There is always one candidate, the likeliest."""
        real = torch.ones_like(pieces[None], dtype=torch.float32)
        hidden, scores = self.encode(pieces[None], features[None], real)
        chances = torch.softmax(scores, -1)
        floor = torch.clamp(chances[:, :, BEGIN].max(), max=CANDIDATE)
        rows, starts, members = cue_runs(chances, real, floor)
        tags = torch.softmax(self.pairs(hidden, rows, members, real), -1)
        return (
            starts,
            chances[rows, starts, BEGIN],
            tags,
            self.names(hidden)[0].argmax(-1),
            self.grammar(hidden)[0].argmax(-1),
        )


def cue_runs(chances: Tensor, real: Tensor, floor: Tensor | float) -> tuple[Tensor, Tensor, Tensor]:
    """Where a cue may begin: window [N], first piece [N], and its pieces [N, L] as far as it goes on."""
    begins = (chances[:, :, BEGIN] >= floor) & (real > 0)
    goes_on = (chances[:, :, INSIDE] > _GOES_ON) & (chances[:, :, INSIDE] > chances[:, :, BEGIN]) & (real > 0)
    breaks = torch.cumsum((~goes_on).long(), 1)
    rows, starts = begins.nonzero(as_tuple=True)
    places = torch.arange(chances.shape[1], device=chances.device)[None, :]
    unbroken = breaks[rows] == breaks[rows, starts][:, None]
    members = (places == starts[:, None]) | ((places > starts[:, None]) & unbroken)
    return rows, starts, members.float()


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "norm2",
}


def load_base(network: Network, weights: Path) -> None:
    """Copies MiniLM's weights into the encoder. The word embeddings stay as they are in training."""
    given, encoder = load_file(weights), network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        first_type = given["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(given["embeddings.position_embeddings.weight"] + first_type)
        for kind in ("weight", "bias"):
            getattr(encoder.norm, kind).copy_(given[f"embeddings.LayerNorm.{kind}"])
            for number, layer in enumerate(encoder.layers):
                for name, ours in _NAMES.items():
                    theirs = given[f"encoder.layer.{number}.{name}.{kind}"]
                    getattr(getattr(layer, ours), kind).copy_(theirs)
    encoder.words.weight.requires_grad_(False)
