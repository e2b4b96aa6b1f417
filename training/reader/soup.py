"""The mean of several fits that began alike (Wortsman et al. 2022): one network, better than each."""

from __future__ import annotations

import torch
from torch import Tensor
from training.reader.network import Network


def mean_of_weights(states: list[dict[str, Tensor]]) -> Network:
    """A network with the mean of all weights.

    Args:
        states: the weights of each fit, float32, all of one shape.
    """
    network = Network()
    network.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    return network.float().eval()
