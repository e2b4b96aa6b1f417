"""Fitting the entities on an encoder that stays as it is: beside the chain their loss teaches it too little."""

from __future__ import annotations

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
    """Fit ``network.names`` to the silver entities of the articles, in place."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    pieces = [piece for example in articles for piece in windows(example, WIDTH) if piece.entities]
    pieces.sort(key=lambda piece: len(piece.window.ids))
    groups = [_seen(network, pieces[at : at + ROWS]) for at in range(0, len(pieces), ROWS)]
    adam = torch.optim.AdamW(network.names.parameters(), lr=RATE)
    steps = EPOCHS * len(groups)
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, max_lr=RATE, total_steps=steps)
    for number in range(EPOCHS):
        chance.shuffle(groups)
        total = 0.0
        for seen, tags in groups:
            loss = functional.cross_entropy(network.names(seen.float())[tags >= 0], tags[tags >= 0])
            adam.zero_grad()
            loss.backward()
            adam.step()
            rates.step()
            total += float(loss.detach())
        print(f"names {number + 1}/{EPOCHS} {total / len(groups):.3f}", flush=True)


@torch.no_grad()
def _seen(network: Network, pieces: list[Piece]) -> tuple[Tensor, Tensor]:
    """What the encoder makes of the words, kept in bfloat16, and their tags (-1: no word)."""
    batch = batch_of(pieces)
    tags = torch.full(batch.present.shape, -1)
    for row, piece in enumerate(pieces):
        tags[row, : len(piece.entities)] = torch.tensor(piece.entities)
    return network.layers_of(batch.ids, batch.looks, batch.starts).bfloat16(), tags
