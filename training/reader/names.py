"""Fitting entities and acts on an encoder that stays as it is: beside the chain their loss teaches it too little."""

from __future__ import annotations

import copy
import random

import torch
from torch import Tensor
from torch.nn import functional
from training.reader.examples import Example, Piece, windows
from training.reader.fit import batch_of
from training.reader.network import Network

WIDTH = 128
EPOCHS, RATE, ROWS = 6, 1e-3, 16


def named(network: Network, articles: list[Example], seed: int) -> None:
    """Fit ``network.names`` and ``network.telling`` to the silver entities and acts of the articles, in place."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    pieces = [piece for example in articles for piece in windows(example, WIDTH) if piece.entities]
    pieces.sort(key=lambda piece: len(piece.window.ids))
    encoder = copy.deepcopy(network).bfloat16()
    groups = [_seen(encoder, pieces[at : at + ROWS]) for at in range(0, len(pieces), ROWS)]
    adam = torch.optim.AdamW([*network.names.parameters(), *network.telling.parameters()], lr=RATE)
    steps = EPOCHS * len(groups)
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, max_lr=RATE, total_steps=steps)
    for number in range(EPOCHS):
        chance.shuffle(groups)
        total = 0.0
        for seen, tags, acts in groups:
            loss = functional.cross_entropy(network.names(seen.float())[tags >= 0], tags[tags >= 0])
            if (acts >= 0).any():
                told = network.telling(seen[acts >= 0].float())
                loss = loss + functional.cross_entropy(told, acts[acts >= 0])
            adam.zero_grad()
            loss.backward()
            adam.step()
            rates.step()
            total += float(loss.detach())
        print(f"names {number + 1}/{EPOCHS} {total / len(groups):.3f}", flush=True)


@torch.no_grad()
def _seen(encoder: Network, pieces: list[Piece]) -> tuple[Tensor, Tensor, Tensor]:
    """What the encoder makes of the words, kept in bfloat16, their tags, and the acts of anchors (below 0: none)."""
    batch = batch_of(pieces)
    tags, acts = (torch.full(batch.present.shape, -1) for _ in range(2))
    for row, piece in enumerate(pieces):
        tags[row, : len(piece.entities)] = torch.tensor(piece.entities)
        for told in piece.told:
            acts[row, told.anchor] = told.act
    return encoder.layers_of(batch.ids, batch.looks, batch.starts), tags, acts
