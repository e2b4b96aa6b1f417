"""The best sequence of tags under a linear chain, and how likely it is (Viterbi 1967; Lafferty et al. 2001)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Log-weights: ``steps`` [tags, tags] from a tag to the next, ``first`` and ``last`` [tags] at the ends."""

    steps: Floats
    first: Floats
    last: Floats


def best_tags(chain: Chain, scores: Floats, lengths: Ints) -> tuple[Ints, Floats]:
    """The best tags of each row, and the log of their share among all sequences.

    Args:
        scores: [rows, words, tags].
        lengths: [rows], the words of each, at least 1; what stands behind them counts for nothing.

    Returns:
        Tags [rows, words], and log-shares [rows], at most 0.
    """
    rows, width, _ = scores.shape
    best = chain.first + scores[:, 0]
    every = best.copy()
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, width):
        live = (at < lengths)[:, None]
        moves = best[:, :, None] + chain.steps
        back[:, at] = moves.argmax(axis=1)
        best = np.where(live, moves.max(axis=1) + scores[:, at], best)
        every = np.where(live, _sum(every[:, :, None] + chain.steps) + scores[:, at], every)
    tags = np.zeros((rows, width), dtype=np.int64)
    now = (best + chain.last).argmax(axis=1)
    each = np.arange(rows)
    for at in range(width - 1, -1, -1):
        tags[:, at] = np.where(at < lengths, now, 0)
        now = np.where(at < lengths, back[each, at, now], now)
    share = (best + chain.last).max(axis=1) - _sum((every + chain.last)[:, :, None])[:, 0]
    return tags, np.minimum(share, 0.0)


def _sum(logs: Floats) -> Floats:
    """The logarithm of the sum over the first tag: [rows, tags, n] → [rows, n]."""
    high = logs.max(axis=1, keepdims=True)
    total: Floats = np.log(np.exp(logs - high).sum(axis=1)) + high[:, 0]
    return total
