"""What a network finds in a text, before it is written out: the same windows and the same chain as at run time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from benchmarks.attribution import Pieces, articles, case_of
from benchmarks.attribution_scores import SCORES, total
from training.reader.examples import ROLES, Piece
from training.reader.fit import Batch, batch_of
from training.reader.network import Network

from onrecord.models.reader.chain import Chain, best_tags
from onrecord.models.reader.scan import FLOOR
from onrecord.models.reader.windows import Words, windows_of, words_with_looks

_ROWS = 16


@dataclass(frozen=True, slots=True)
class Guess:
    """One attribution with the scores that it rests on."""

    roles: dict[str, Pieces]
    odds: float
    share: float


def guesses(network: Network, text: str, floor: float = FLOOR) -> list[Guess]:
    """Every anchor above ``floor`` (log-odds) with its answer."""
    words = words_with_looks(text)
    pieces = [Piece(window) for window in windows_of(words)]
    found: list[Guess] = []
    for start in range(0, len(pieces), _ROWS):
        found.extend(_guesses(network, words, batch_of(pieces[start : start + _ROWS]), floor))
    return found


@torch.no_grad()
def _guesses(network: Network, words: Words, batch: Batch, floor: float) -> Iterator[Guess]:
    out = network(batch.ids, batch.looks, batch.starts)
    rows, anchors = ((out.anchors > floor) & batch.present).nonzero(as_tuple=True)
    if not len(rows):
        return
    scores = network.answer(out.hidden, batch.present, rows, anchors).float().numpy()
    chain = Chain(*(part.detach().float().numpy() for part in (network.steps, network.first, network.last)))
    tags, shares = best_tags(chain, scores, batch.present[rows].sum(1).numpy())
    for number, (row, anchor) in enumerate(zip(rows.tolist(), anchors.tolist(), strict=True)):
        first = batch.pieces[row].window.first
        roles = {role: _pieces(words, first + np.flatnonzero(tags[number] == tag)) for role, tag in ROLES.items()}
        yield Guess(roles, float(out.anchors[row, anchor]), float(shares[number]))


def _pieces(words: Words, numbers: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Pieces:
    runs = np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1) if len(numbers) else []
    return [[words.spans[int(run[0])][0], words.spans[int(run[-1])][1]] for run in runs]


def f1_of(network: Network, data: Path, sure: float = 0.0) -> dict[str, float]:
    """F1 of every score of the benchmark on PolNeAR's dev part, anchors of at least ``sure``."""
    cases = []
    for file, text, gold in articles(data, "dev"):
        told = [one.roles for one in guesses(network, text) if one.roles["content"] and one.odds >= sure]
        cases.append(case_of(file, text, gold, told))
    return {name: round(total(cases, score).f1, 4) for name, score in SCORES.items()}
