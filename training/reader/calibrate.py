"""Confidence: how often an attribution with such scores is right, fitted on PolNeAR's dev part (Platt 1999).

And how sharp the probabilities of kinds, stances and strengths are: a temperature for each (Guo et al. 2017), fitted
on the open gold, which nothing else is learnt from.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from benchmarks.attribution import articles, case_of
from benchmarks.attribution_scores import relaxed_pairs
from benchmarks.statements import GOLD
from training.reader.evaluate import Guess, guesses
from training.reader.examples import windows
from training.reader.fit import batch_of, members
from training.reader.kinds import example_of, labelled
from training.reader.network import Network

from onrecord.models.reader.judging import FIELDS, LABELS, SIZES
from onrecord.models.reader.windows import WIDTH

Floats = npt.NDArray[np.float32]


def calibration(network: Network, data: Path) -> Floats:
    """Weights of the anchor's log-odds, the answer's log-share, having a source, and 1."""
    features: list[list[float]] = []
    right: list[float] = []
    for file, text, gold in articles(data, "dev"):
        found = [one for one in guesses(network, text) if one.roles["content"]]
        matched = set(relaxed_pairs(case_of(file, text, gold, [one.roles for one in found])).values())
        features.extend(features_of(one) for one in found)
        right.extend(float(number in matched) for number in range(len(found)))
    if not features:
        return np.zeros(4, dtype=np.float32)  # a trial on a few articles may find nothing at all
    return _logistic(torch.tensor(features), torch.tensor(right))


def features_of(one: Guess) -> list[float]:
    """What the confidence hangs on, as ``models.reader.scan`` has it."""
    return [one.odds, one.share, float(bool(one.roles["source"])), 1.0]


def _logistic(features: torch.Tensor, right: torch.Tensor) -> Floats:
    weights = torch.zeros(features.shape[1], requires_grad=True)
    fitting = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        fitting.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights, right)
        value = value + 1e-3 * weights.square().sum()
        value.backward()
        return value

    fitting.step(loss)
    return weights.detach().numpy()


def offsets(network: Network, data: Path) -> Floats:
    """What the scores of a statement are multiplied by, a number for each field, and nought added: [2, ``LABELS``]."""
    logs, truth = _judged(network, data)
    made = np.zeros((2, LABELS), dtype=np.float32)
    ends = np.cumsum((0, *SIZES))
    for start, end in pairwise(ends.tolist()):
        made[0, start:end] = _sharpness(logs[:, start:end], truth[:, start:end])
    return made


@torch.no_grad()
def _judged(network: Network, data: Path) -> tuple[torch.Tensor, torch.Tensor]:
    """The network's scores of every statement of the open gold, and its labels as ones: [statements, ``LABELS``]."""
    found: list[torch.Tensor] = []
    truth: list[tuple[float, ...]] = []
    for article in labelled(data, GOLD.values()):
        even = {label: (1.0,) * FIELDS for _, label in article.statements}
        for piece in windows(example_of(article, even, smooth=0.0), WIDTH):
            batch = batch_of([piece])
            which = members([(0, one) for one in piece.judged], batch.present.shape[1])
            found.append(network.judge(network.layers_of(batch.ids, batch.looks, batch.starts), *which))
            truth.extend(one.truth for one in piece.judged)
    return torch.cat(found), torch.tensor(truth)


def _sharpness(scores: torch.Tensor, truth: torch.Tensor) -> float:
    log = torch.zeros(1, requires_grad=True)
    fitting = torch.optim.LBFGS([log], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        fitting.zero_grad()
        value = -(truth * (scores * log.exp()).log_softmax(-1)).sum(-1).mean()
        value.backward()
        return value

    fitting.step(loss)
    return float(log.detach().exp())
