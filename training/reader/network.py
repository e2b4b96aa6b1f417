"""The reader: a small encoder, and for each cue a second, smaller look at all words around it.

Anchors (one word for each cue) are found first; then each anchor asks every word of the window whether it is its
source, its cue or its content, and a chain (CRF; Lafferty et al. 2001) reads the answers as one sequence.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from benchmarks.acts import ACTS
from torch import Tensor, nn
from torch.nn import functional
from training.reader.examples import ENTITIES

from onrecord.models.reader.judging import FIELDS, LABELS, SIZES, TOLD
from onrecord.models.reader.windows import LOOKS

SIZE, HEADS, INNER, LAYERS = 384, 12, 1536, 6
ASKING, ASKING_HEADS, ASKING_INNER = 256, 4, 768
TAGS = 4
NEAR, BESIDE, MIDDLE = 128, 2, 3
"""Entities: the size that each word is brought to, how many words to either side are seen, and the other layer read."""
BUCKETS = 48
"""How far a word stands from the anchor, to either side."""
JUDGED = 128
"""The size that each word is brought to for kinds, stances and strengths."""


class Layer(nn.Module):
    """A transformer layer as BERT has it (norm behind)."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[rows, length, size] → the same shape; ``mask`` is added to the scores of who sees whom."""
        rows, length, size = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        # Written out: on processors the fused kernel's backward pass takes three times as long in bfloat16.
        weights = torch.softmax(q @ k.transpose(2, 3) * (size // self.heads) ** -0.5 + mask, dim=-1)
        seen = weights @ v
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(rows, length, size))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Output(NamedTuple):
    """Scores of a batch of windows. ``both``: what ``names``, ``telling`` and ``judging`` read, see ``layers_of``."""

    hidden: Tensor
    both: Tensor
    anchors: Tensor
    roles: Tensor
    acts: Tensor
    entities: Tensor


class Names(nn.Module):
    """Entities from two layers of the encoder, each word beside its neighbours; fitted last, by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Linear(2 * SIZE, NEAR)
        self.tags = nn.Linear((2 * BESIDE + 1) * NEAR, len(ENTITIES))

    def forward(self, both: Tensor) -> Tensor:
        """[windows, words, 2 sizes] → [windows, words, tags]; there is nothing beyond a window's ends."""
        near = functional.pad(self.near(both), (0, 0, BESIDE, BESIDE))
        words = both.shape[1]
        beside = torch.cat([near[:, at : at + words] for at in range(2 * BESIDE + 1)], dim=-1)
        tags: Tensor = self.tags(functional.gelu(beside))
        return tags


class Judging(nn.Module):
    """What every word says of the kind, the stance and the strength of a statement that it is part of.

    A statement's scores are the mean of its content's words, each with a weight of its own for each of the three,
    and the plain means of its cue's and of its source's words.
    """

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.near = nn.Linear(2 * SIZE, JUDGED)
        self.tell = nn.Linear(JUDGED, TOLD)
        nn.init.zeros_(self.tell.weight[:FIELDS])
        nn.init.zeros_(self.tell.weight[FIELDS + LABELS :])

    def forward(self, both: Tensor) -> Tensor:
        """[..., 2 sizes] → [..., ``TOLD``]: weights, then scores as content, as cue and as source."""
        told: Tensor = self.tell(self.dropout(functional.gelu(self.near(self.dropout(both)))))
        return told


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, SIZE)
        self.positions = nn.Embedding(512, SIZE)
        self.looks = nn.Embedding(LOOKS, SIZE)
        nn.init.zeros_(self.looks.weight)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(SIZE, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.anchors = nn.Sequential(nn.Linear(SIZE, SIZE), nn.GELU(), nn.Linear(SIZE, 1))
        self.roles = nn.Linear(SIZE, TAGS)
        self.acts = nn.Linear(SIZE, len(ACTS))
        self.entities = nn.Linear(SIZE, len(ENTITIES))
        self.asked = nn.Linear(SIZE, ASKING)
        self.asking = nn.Linear(SIZE, ASKING)
        self.distances = nn.Embedding(2 * BUCKETS + 1, ASKING)
        self.asked_norm = nn.LayerNorm(ASKING)
        self.answering = nn.ModuleList([Layer(ASKING, ASKING_HEADS, ASKING_INNER, dropout)])
        self.answers = nn.Linear(ASKING, TAGS)
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.first = nn.Parameter(torch.zeros(TAGS))
        self.last = nn.Parameter(torch.zeros(TAGS))
        self.names = Names()
        self.telling = nn.Sequential(nn.Linear(2 * SIZE, NEAR), nn.GELU(), nn.Linear(NEAR, len(ACTS)))
        self.judging = Judging(dropout)
        nn.init.constant_(self.anchors[2].bias, -4.0)
        nn.init.normal_(self.distances.weight, std=0.02)

    def forward(self, ids: Tensor, looks: Tensor, starts: Tensor) -> Output:
        """Scores of every word.

        Args:
            ids: [windows, pieces], 0 behind the end.
            looks: [windows, pieces].
            starts: [windows, words], the first piece of each word, 0 behind the last.
        """
        both = self.layers_of(ids, looks, starts)
        hidden = both[..., SIZE:]
        wide = self.dropout(hidden)
        return Output(
            hidden, both, self.anchors(wide).squeeze(-1), self.roles(wide), self.acts(wide), self.entities(wide)
        )

    def layers_of(self, ids: Tensor, looks: Tensor, starts: Tensor) -> Tensor:
        """Two layers of every word: [windows, words, 2 sizes]."""
        places = starts[:, :, None].expand(-1, -1, SIZE)
        return torch.cat([x.gather(1, places) for x in self._layers(ids, looks)], dim=-1)

    def encode(self, ids: Tensor, looks: Tensor) -> Tensor:
        """What the encoder makes of every piece: [windows, pieces, size]."""
        return self._layers(ids, looks)[1]

    def _layers(self, ids: Tensor, looks: Tensor) -> tuple[Tensor, Tensor]:
        """The layer in the middle and the last."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.looks(looks)
        x = self.dropout(self.norm(x))
        mask = torch.where(ids > 0, 0.0, -1e4).to(x.dtype)[:, None, None, :]
        middle = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            if number == MIDDLE:
                middle = x
        return middle, x

    def answer(self, hidden: Tensor, present: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """For each anchor the scores of every word of its window: [anchors, words, tags].

        Args:
            hidden: [windows, words, size].
            present: [windows, words], whether there is a word.
            rows: [anchors], the window of each.
            anchors: [anchors], the word of each.
        """
        about = self.asked(hidden)[rows]
        asking = self.asking(hidden[rows, anchors])[:, None]
        places = torch.arange(hidden.shape[1])[None] - anchors[:, None]
        x = about + asking + self.distances(bucket(places))
        mask = torch.where(present[rows], 0.0, -1e4).to(x.dtype)[:, None, None, :]
        x = self.asked_norm(x)
        for layer in self.answering:
            x = layer(x, mask)
        return self.answers(x)

    def judge(self, both: Tensor, rows: Tensor, inside: Tensor) -> Tensor:
        """The scores of statements, kinds, stances and strengths behind one another: [statements, ``LABELS``].

        Args:
            both: see ``layers_of``.
            rows: [statements], the window of each.
            inside: [statements, 3, words], whether a word is in its content, in its cue, in its source.
        """
        told = self.judging(both).float()[rows]
        weights, content, cue, source = told.split((FIELDS, LABELS, LABELS, LABELS), dim=-1)
        shares = weights.masked_fill(~inside[:, 0, :, None], -1e4).softmax(dim=1)
        scores = (shares.repeat_interleave(torch.tensor(SIZES), dim=-1) * content).sum(1)
        for part, said in ((1, cue), (2, source)):
            live = inside[:, part, :, None].float()
            scores = scores + (said * live).sum(1) / live.sum(1).clamp(min=1.0)
        return scores


def bucket(places: Tensor) -> Tensor:
    """Distances up to 24 one by one, then ever coarser (as in T5, Raffel et al. 2020)."""
    far = places.abs().float()
    coarse = 24 + (torch.log(far.clamp(min=24) / 24) / math.log(256 / 24) * 23)
    near = torch.where(far < 24, far, coarse).clamp(max=BUCKETS).long()
    return torch.where(places < 0, BUCKETS - near, BUCKETS + near)


def chain_loss(network: Network, scores: Tensor, tags: Tensor, present: Tensor) -> Tensor:
    """The negative log-likelihood of each sequence of tags: [anchors].

    Args:
        network: holds the chain's weights.
        scores: [anchors, words, tags], float32.
        tags: [anchors, words].
        present: [anchors, words].
    """
    steps, first, last = network.steps.float(), network.first.float(), network.last.float()
    own = scores.gather(2, tags[:, :, None]).squeeze(-1)
    moves = steps[tags[:, :-1], tags[:, 1:]]
    lengths = present.sum(1)
    final = tags.gather(1, (lengths - 1)[:, None]).squeeze(1)
    path = (own * present).sum(1) + (moves * present[:, 1:]).sum(1) + first[tags[:, 0]] + last[final]
    alpha = first + scores[:, 0]
    for at in range(1, scores.shape[1]):
        after = torch.logsumexp(alpha[:, :, None] + steps, dim=1) + scores[:, at]
        alpha = torch.where(present[:, at, None], after, alpha)
    return torch.logsumexp(alpha + last, dim=1) - path


def pretrained(network: Network, weights: dict[str, Tensor]) -> None:
    """Put MiniLM's weights (BERT's names) into the encoder; word embeddings stay as they are from then on."""
    network.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    network.words.weight.requires_grad_(False)
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    network.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
    network.norm.weight.data.copy_(weights["embeddings.LayerNorm.weight"])
    network.norm.bias.data.copy_(weights["embeddings.LayerNorm.bias"])
    for number, layer in enumerate(network.layers):
        _fill(
            layer,
            {k.removeprefix(f"encoder.layer.{number}."): v for k, v in weights.items() if f"layer.{number}." in k},
        )


def _fill(layer: nn.Module, weights: dict[str, Tensor]) -> None:
    for kind in ("weight", "bias"):
        parts = [weights[f"attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
        getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
        for own, theirs in _NAMES.items():
            getattr(getattr(layer, own), kind).data.copy_(weights[f"{theirs}.{kind}"])


_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
