"""The best sequence of tags under a linear chain, and how likely it is (Viterbi 1967; Lafferty et al. 2001)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Log-weights: ``steps`` [tags, tags] from a tag to the next, ``first`` and ``last`` [tags] at the ends."""

    steps: Floats
    first: Floats
    last: Floats


def best_tags(chain: Chain, scores: Floats, lengths: Ints) -> tuple[Ints, Floats]:
    """The best tags of each row, and the log of their share among all sequences.

    Args:
        chain: the weights.
        scores: [rows, words, tags].
        lengths: [rows], the words of each, at least 1; what stands behind them counts for nothing.

    Returns:
        Tags [rows, words], and log-shares [rows], at most 0.
    """
    order = np.argsort(-lengths, kind="stable")  # long rows first, so that those that go on are always in front
    back = np.argsort(order, kind="stable")
    sizes = lengths[order]
    turned = np.ascontiguousarray(scores[order].transpose(1, 2, 0), dtype=np.float64)
    going_on = (sizes > np.arange(len(turned))[:, None]).sum(axis=1).tolist()
    best = _best(chain, turned, going_on)
    final = best[sizes - 1, :, np.arange(len(sizes))].T + chain.last[:, None]
    share = np.minimum(final.max(axis=0) - _every(chain, turned, going_on), 0.0)
    return _walked(chain, best, final, going_on)[back], share[back].astype(np.float32)


def _best(chain: Chain, scores: _Doubles, going_on: list[int]) -> _Doubles:
    """The best score of a sequence up to each word that ends in each tag: [words, tags, rows]."""
    best = np.zeros_like(scores)
    best[0] = scores[0] + chain.first[:, None]
    steps = chain.steps.astype(np.float64)[:, :, None]
    for at in range(1, len(scores)):
        rows = going_on[at]
        moves = best[at - 1, :, None, :rows] + steps
        np.add(moves.max(axis=0), scores[at, :, :rows], out=best[at, :, :rows])
    return best


def _every(chain: Chain, scores: _Doubles, going_on: list[int]) -> _Doubles:
    """The logarithm of the sum over all sequences of each row.

    Sums are kept as shares of each tag; what they are divided by at each word is put together again at the end.
    """
    high = scores.max(axis=1)
    weights = np.exp(scores - high[:, None])
    steepest = float(chain.steps.max())
    steps = np.exp(chain.steps.astype(np.float64).T - steepest)
    totals = np.ones(high.shape)
    shares = weights[0] * np.exp(chain.first.astype(np.float64))[:, None]
    for at, rows in enumerate(going_on):
        now = shares[:, :rows]
        if at:
            now = (steps @ now) * weights[at, :, :rows]
        totals[at, :rows] = now.sum(axis=0)
        np.divide(now, totals[at, :rows], out=shares[:, :rows])
    live = np.arange(high.shape[1]) < np.array(going_on)[:, None]
    divided = ((np.log(totals) + high + steepest) * live).sum(axis=0) - steepest
    logs: _Doubles = divided + np.log(np.exp(chain.last.astype(np.float64)) @ shares)
    return logs


def _walked(chain: Chain, best: _Doubles, final: _Doubles, going_on: list[int]) -> Ints:
    """The best sequences, from each row's last word to its first: [rows, words]."""
    tags = np.zeros((len(best), best.shape[2]), dtype=np.int64)
    steps = chain.steps.astype(np.float64)
    now = final.argmax(axis=0)
    behind = 0
    for at in range(len(best) - 1, -1, -1):
        if behind:  # the rows after these end here, in the tag that is best for their end
            now[:behind] = (best[at, :, :behind] + steps[:, now[:behind]]).argmax(axis=0)
        behind = going_on[at]
        tags[at, :behind] = now[:behind]
    return tags.T
