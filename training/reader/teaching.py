"""Teachers: networks that learn kinds alone, and what they say together of attributions that nobody judged.

Our own labels are few. The reader learns from them, and from its teachers' probabilities for every attribution of
PolNeAR besides (Hinton et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import torch
from training.reader.base import fresh
from training.reader.examples import CONTENT, CUE, SOURCE, Example, Judged, Told, windows
from training.reader.fit import Recipe, batch_of, fit, members
from training.reader.network import Network

from onrecord.models.reader.judging import FIELDS, LABELS, SIZES

WIDTH, ROWS, EPOCHS = 128, 16, 6
WEIGHT = 0.5
"""What a teacher's judgement weighs beside one of our own."""


def recipe_of(seed: int, epochs: int | None) -> Recipe:
    """What a teacher learns by: faster than the reader, as it learns one thing."""
    return Recipe(seed=seed, epochs=epochs or EPOCHS, pieces=1600, rate=2e-4, mean=0.99)


def teachers(judged: list[Example], work: Path, seed: int, epochs: int | None = None) -> list[Network]:
    """Two of them, one from MiniLM itself, one made at home in news first: ``teacher1.pt`` and ``teacher2.pt``.

    ``epochs``: fewer than it takes, to try the recipe.
    """
    found = []
    for number, start in enumerate((None, work / "adapted.pt"), 1):
        path = work / f"teacher{number}.pt"
        network = fresh(seed + number)
        if path.is_file():
            network.load_state_dict(torch.load(path, weights_only=True))
        else:
            if start:
                network.load_state_dict(torch.load(start, weights_only=True), strict=False)
            network = _fitted(network, judged, recipe_of(seed + number, epochs), work / f"teacher{number}")
            torch.save(network.state_dict(), path)
        found.append(network.bfloat16().eval())  # they answer four times as fast so
    return found


def _fitted(network: Network, judged: list[Example], recipe: Recipe, folder: Path) -> Network:
    folder.mkdir(exist_ok=True)
    for _, mean in fit(network, judged, recipe, folder):
        network = mean
    return network


def taught(examples: Iterable[Example], asked: list[Network]) -> Iterator[Example]:
    """Each example that nobody judged with what the teachers say of its attributions, the mean of their logarithms."""
    for example in examples:
        if example.judged:
            yield example
        else:
            yield replace(example, judged=tuple(_answered(example, asked)))


@torch.no_grad()
def _answered(example: Example, asked: list[Network]) -> Iterator[Judged]:
    blank = (0.0,) * LABELS, (WEIGHT,) * FIELDS
    judged = tuple(_blank(told, *blank) for told in example.told)
    numbered = replace(example, told=(), is_read=False, judged=tuple(one for one in judged if one.content))
    pieces = windows(numbered, WIDTH)
    for at in range(0, len(pieces), ROWS):
        batch = batch_of(pieces[at : at + ROWS])
        every = [(row, one) for row, piece in enumerate(batch.pieces) for one in piece.judged]
        which = members(every, batch.present.shape[1])
        logs = [
            torch.cat([part.log_softmax(-1) for part in network.judge(both, *which).split(SIZES, -1)], -1)
            for network in asked
            for both in [network.layers_of(batch.ids, batch.looks, batch.starts)]
        ]
        mean = torch.stack(logs).mean(0)
        shares = torch.cat([part.softmax(-1) for part in mean.split(SIZES, -1)], -1)
        for (row, one), truth in zip(every, shares.tolist(), strict=True):
            first = batch.pieces[row].window.first
            yield replace(one.within(-first, 10**9), truth=tuple(truth))


def _blank(told: Told, truth: tuple[float, ...], weights: tuple[float, ...]) -> Judged:
    content, cue, source = (
        tuple(sorted(number for number, role in told.roles.items() if role == wanted))
        for wanted in (CONTENT, CUE, SOURCE)
    )
    return Judged(content, cue, source, truth, weights)
