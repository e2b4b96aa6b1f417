"""The confidence: how often an attribution with such scores is right, fitted on PolNeAR's dev part (Platt 1999)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from benchmarks.attribution import articles, case_of
from benchmarks.attribution_scores import relaxed_pairs
from training.reader.evaluate import Guess, guesses
from training.reader.network import Network

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
