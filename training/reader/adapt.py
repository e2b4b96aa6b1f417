"""The encoder made at home in news: words hidden and guessed (BERT's masked words; Gururangan et al. 2020)."""

from __future__ import annotations

import csv
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.reader.examples import WIDTHS, Piece
from training.reader.fit import Batch, Optimiser, Recipe, batch_of, batches
from training.reader.network import SIZE, Network

from onrecord.models.reader.windows import Window, windows_of, words_with_looks

MASK = 103
HIDDEN = 0.18
"""Share of words hidden, whole."""
KEPT = 0.1
"""Of these, the share left as it is."""
_REPORT, _SAVE = 50, 250


class Guessing(nn.Module):
    """Scores of every piece of the vocabulary, over the encoder's own word embeddings."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.turn = nn.Linear(SIZE, SIZE)
        self.norm = nn.LayerNorm(SIZE)
        self.bias = nn.Parameter(torch.zeros(network.words.num_embeddings))

    def forward(self, hidden: Tensor) -> Tensor:
        """[pieces, size] → [pieces, vocabulary]."""
        return self.norm(functional.gelu(self.turn(hidden))) @ self.network.words.weight.T + self.bias


def texts(data: Path, left_out: frozenset[str]) -> Iterator[str]:
    """All texts to read: PolNeAR's training part, Tehran Times, Wikinews, FA-KES, but none of ``left_out``'s keys."""
    for folder in (data / "polnear" / "train" / "text", data / "tehran-times"):
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.name not in left_out:
                yield path.read_text(encoding="utf-8", errors="replace")
    with (data / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8") as rows:
        yield from (f"{row['title']}\n{row['text']}" for row in csv.DictReader(rows) if row["url"] not in left_out)
    with (data / "fa-kes" / "fakes.csv").open(encoding="latin-1") as rows:
        yield from (f"{row['article_title']}\n{row['article_content']}" for row in csv.DictReader(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapting:
    """What is chosen by hand."""

    seed: int = 7
    pieces: int = 2400
    rate: float = 3e-4


def adapt(network: Network, every_text: Iterable[str], chosen: Adapting, saved: Path) -> None:
    """One pass over all texts; changes the encoder's weights in place. Stopped, it goes on from ``saved``."""
    chance = random.Random(chosen.seed)
    torch.manual_seed(chosen.seed)
    every = [
        Piece(window) for text in every_text for window in windows_of(words_with_looks(text), chance.choice(WIDTHS))
    ]
    guessing = Guessing(network).bfloat16().train()
    some = batches(every, chosen.pieces, chosen.seed)
    recipe = Recipe(rate=chosen.rate, head_rate=chosen.rate * 2, fade=1.0)
    optimiser = Optimiser(guessing, recipe, len(some))
    if saved.is_file():
        optimiser.resume(torch.load(saved, weights_only=True))
    _go_on(guessing, optimiser, some, chosen, saved)
    guessing.float()


def _go_on(guessing: Guessing, optimiser: Optimiser, some: list[Batch], chosen: Adapting, saved: Path) -> None:
    started, total = time.monotonic(), 0.0
    for number in range(optimiser.step_number, len(some)):
        chance = random.Random(f"{chosen.seed} {number}")
        torch.manual_seed(chosen.seed * 100_000 + number)
        loss = _loss(guessing, [piece.window for piece in some[number].pieces], chance)
        loss.backward()
        optimiser.step()
        total += float(loss.detach())
        if (number + 1) % _REPORT == 0:
            print(f"adapt {number + 1}/{len(some)} {time.monotonic() - started:.0f}s {total / _REPORT:.3f}", flush=True)
            total = 0.0
        if (number + 1) % _SAVE == 0:
            torch.save(optimiser.state(), saved)


def _loss(guessing: Guessing, windows: list[Window], chance: random.Random) -> Tensor:
    batch = batch_of([Piece(window) for window in windows])
    places = torch.zeros_like(batch.ids, dtype=torch.bool)
    shown = batch.ids.clone()
    for row, window in enumerate(windows):
        ends = [*window.starts[1:], len(window.ids) - 1]
        for start, end in zip(window.starts, ends, strict=True):
            if chance.random() < HIDDEN:
                places[row, start:end] = True
                if chance.random() >= KEPT:
                    shown[row, start:end] = MASK
    hidden = guessing.network.encode(shown, batch.looks)[places]
    return functional.cross_entropy(guessing(hidden).float(), batch.ids[places])
