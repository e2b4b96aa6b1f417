"""Five folds by page: what the model makes of pages that it has not learnt from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from training.lines.ensemble import Trained, train
from training.lines.pages import Source, gold_pages, silver_pages, training_set

FOLDS = 5


def fold_of(names: Sequence[str], seed: int) -> dict[str, int]:
    """Which fold each page is left out in."""
    order = np.random.default_rng(seed).permutation(len(names))
    return {names[at]: rank % FOLDS for rank, at in enumerate(order)}


def folds(data: Path, seed: int, split: int = 7) -> Iterator[tuple[Trained, list[Source]]]:
    """For each fold, a model trained without its pages, and its pages. Silver pages are in every training.

    ``seed`` is the training's, ``split`` that of the folds.
    """
    gold, silver = gold_pages(data), silver_pages(data)
    fold = fold_of([source.name for source in gold], split)
    for number in range(FOLDS):
        kept = [source for source in gold if fold[source.name] != number]
        left = [source for source in gold if fold[source.name] == number]
        yield train(training_set(kept, silver, seed), seed), left
