"""The long steps, each kept in a folder when done."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import torch
from training.reader.adapt import Adapting, adapt, texts
from training.reader.base import fresh
from training.reader.examples import Example, examples
from training.reader.fit import Recipe, fit
from training.reader.kinds import judged, with_judged
from training.reader.labels import gold_keys, labelled
from training.reader.names import named
from training.reader.network import Network
from training.reader.teaching import taught, teachers


def adapted(data: Path, work: Path, seed: int, sample: int | None) -> None:
    """The encoder made at home in news: ``adapted.pt``. ``sample``: so many texts alone."""
    path = work / "adapted.pt"
    if path.is_file():
        return
    torch.set_num_threads(2)
    network = fresh(seed)
    every = islice(texts(data, gold_keys()), sample)
    adapt(network, every, Adapting(seed=seed), work / "adapting.pt")
    torch.save(network.state_dict(), path)


def fit_path(work: Path, recipe: Recipe) -> Path:
    """Where a finished fit lies."""
    return work / f"fitted{recipe.order}.pt"


def fitted(data: Path, work: Path, recipe: Recipe, sample: int | None) -> None:
    """One fit: ``fittedN.pt``, and each epoch's weights beside it."""
    path = fit_path(work, recipe)
    if path.is_file():
        return
    torch.set_num_threads(1)
    network = fresh(recipe.seed)
    network.load_state_dict(torch.load(work / "adapted.pt", weights_only=True))
    training = _training(data, work, recipe, sample)
    for number, mean in fit(network, training, recipe, work):
        torch.save(mean.state_dict(), work / f"epoch{number}-{recipe.order}.pt")
    (work / f"epoch{recipe.epochs}-{recipe.order}.pt").rename(path)


def _training(data: Path, work: Path, recipe: Recipe, sample: int | None) -> list[Example]:
    """Every example, each attribution judged by us or else by the teachers."""
    every = dict(islice(judged(data).items(), sample))
    read = [*examples(data, "train")[:sample], *labelled(data)[:sample]]
    asked = teachers(list(every.values()), work, recipe.seed, recipe.epochs if sample else None)
    return list(taught(with_judged(read, every), asked))


def with_names(data: Path, work: Path, recipe: Recipe, sample: int | None) -> Network:
    """The network of a finished fit with its entities fitted, too: ``named....pt``."""
    path = work / f"named{recipe.order}.pt"
    network = Network()
    network.load_state_dict(
        torch.load(path if path.is_file() else fit_path(work, recipe), weights_only=True), strict=False
    )
    network.float().eval()
    if not path.is_file():
        torch.set_num_threads(2)
        named(network, examples(data, "train")[:sample], recipe.seed)
        torch.save(network.state_dict(), path)
    return network
