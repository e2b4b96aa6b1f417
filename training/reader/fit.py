"""Fitting the network: bfloat16 on one thread, float32 masters, a running mean of the weights kept at the end."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.reader.examples import UNKNOWN, Example, Judged, Piece, epoch
from training.reader.network import Network, Output, chain_loss

from onrecord.models.reader.judging import SIZES


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is chosen by hand."""

    seed: int = 7
    order: int = 0
    """Runs that differ in this alone read the windows in another order."""
    epochs: int = 4
    pieces: int = 2400
    """Pieces of a batch."""
    rate: float = 1.2e-4
    head_rate: float = 1e-3
    fade: float = 0.9
    """Each layer below learns this much slower."""
    decay: float = 0.01
    warm: float = 0.06
    dropout: float = 0.1
    mean: float = 0.998
    """How slowly the running mean follows."""
    negatives: int = 3
    """Wrong anchors asked about in each window, at most."""
    weights: dict[str, float] = field(
        default_factory=lambda: {
            "anchor": 1.0,
            "chain": 1.0,
            "roles": 0.5,
            "acts": 0.1,
            "entities": 0.3,
            "kind": 2.0,
            "stance": 0.8,
            "strength": 0.8,
        }
    )


@dataclass(slots=True)
class Batch:
    """Windows padded to one length; see ``Network.forward``."""

    ids: Tensor
    looks: Tensor
    starts: Tensor
    present: Tensor
    pieces: list[Piece]


def batches(pieces: list[Piece], size: int, seed: int) -> list[Batch]:
    """Windows of like length together, in an order drawn anew."""
    chance = random.Random(seed)
    ordered = sorted(pieces, key=lambda piece: (len(piece.window.ids), chance.random()))
    groups: list[list[Piece]] = [[]]
    for piece in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(piece.window.ids) > size:
            groups.append([])
        groups[-1].append(piece)
    chance.shuffle(groups)
    return [batch_of(group) for group in groups if group]


def batch_of(pieces: list[Piece]) -> Batch:
    """Pad and stack."""
    length = max(len(piece.window.ids) for piece in pieces)
    words = max(len(piece.window.starts) for piece in pieces)
    ids, looks = (torch.zeros(len(pieces), length, dtype=torch.long) for _ in range(2))
    starts = torch.zeros(len(pieces), words, dtype=torch.long)
    present = torch.zeros(len(pieces), words, dtype=torch.bool)
    for row, piece in enumerate(pieces):
        window = piece.window
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        looks[row, : len(window.ids)] = torch.tensor(window.looks)
        starts[row, : len(window.starts)] = torch.tensor(window.starts)
        present[row, : len(window.starts)] = True
    return Batch(ids, looks, starts, present, pieces)


def loss_of(network: Network, batch: Batch, recipe: Recipe, chance: random.Random) -> dict[str, Tensor]:
    """The parts of the loss, each a mean."""
    out = network(batch.ids, batch.looks, batch.starts)
    parts = judged_loss(network, out, batch)
    is_read = torch.tensor([piece.is_read for piece in batch.pieces])
    if is_read.any():
        parts |= _told_loss(out, batch, batch.present & is_read[:, None])
        parts |= _chain_loss(network, out, batch, _asked(batch, out.anchors.detach(), recipe.negatives, chance))
    return parts


def _told_loss(out: Output, batch: Batch, live: Tensor) -> dict[str, Tensor]:
    """Of the words of windows whose attributions are known."""
    gold = _labels(batch)
    parts = {
        "anchor": functional.binary_cross_entropy_with_logits(
            out.anchors[live].float(), gold["anchors"][live], reduction="sum"
        )
        / max(1.0, float(gold["anchors"].sum())),
        "roles": functional.cross_entropy(out.roles[live].float(), gold["roles"][live]),
    }
    for name, scores in (("acts", out.acts), ("entities", out.entities)):
        known = gold[name] >= 0
        if known.any():
            parts[name] = functional.cross_entropy(scores[known].float(), gold[name][known])
    return parts


def _chain_loss(network: Network, out: Output, batch: Batch, asked: tuple[Tensor, Tensor, Tensor]) -> dict[str, Tensor]:
    rows, anchors, tags = asked
    if not len(rows):
        return {}
    scores = network.answer(out.hidden, batch.present, rows, anchors).float()
    return {"chain": chain_loss(network, scores, tags, batch.present[rows]).mean()}


def judged_loss(network: Network, out: Output, batch: Batch) -> dict[str, Tensor]:
    """Cross-entropy of kinds, stances and strengths, each statement by its weight."""
    every = [(row, one) for row, piece in enumerate(batch.pieces) for one in piece.judged]
    if not every:
        return {}
    logs = network.judge(out.both, *members(every, batch.present.shape[1]))
    truth = torch.tensor([one.truth for _, one in every])
    weights = torch.tensor([one.weights for _, one in every])
    lost = -(truth * torch.cat([part.log_softmax(-1) for part in logs.split(SIZES, dim=-1)], dim=-1))
    each = torch.stack([part.sum(-1) for part in lost.split(SIZES, dim=-1)], dim=-1)
    return dict(zip(("kind", "stance", "strength"), (each * weights).mean(0), strict=True))


def members(every: list[tuple[int, Judged]], words: int) -> tuple[Tensor, Tensor]:
    """The window of each statement, and which words of it are content, cue and source: [statements, 3, words]."""
    rows = torch.tensor([row for row, _ in every])
    inside = torch.zeros(len(every), 3, words, dtype=torch.bool)
    for number, (_, one) in enumerate(every):
        for part, numbers in enumerate((one.content, one.cue, one.source)):
            inside[number, part, list(numbers)] = True
    return rows, inside


def _labels(batch: Batch) -> dict[str, Tensor]:
    shape = batch.present.shape
    anchors = torch.zeros(shape)
    roles = torch.zeros(shape, dtype=torch.long)
    acts, entities = (torch.full(shape, UNKNOWN) for _ in range(2))
    for row, piece in enumerate(batch.pieces):
        if piece.entities:
            entities[row, : len(piece.entities)] = torch.tensor(piece.entities)
        for told in piece.told:
            anchors[row, told.anchor] = 1.0
            acts[row, told.anchor] = told.act
            for number, role in told.roles.items():
                roles[row, number] = role
    return {"anchors": anchors, "roles": roles, "acts": acts, "entities": entities}


def _asked(batch: Batch, scores: Tensor, negatives: int, chance: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    """Gold anchors with their tags, and wrong ones that the network believes in, whose tags are all nothing."""
    rows: list[int] = []
    anchors: list[int] = []
    tags: list[Tensor] = []
    width = batch.present.shape[1]
    for row, piece in enumerate(batch.pieces):
        if not piece.is_read:
            continue
        own = {told.anchor for told in piece.told}
        for told in piece.told:
            line = torch.zeros(width, dtype=torch.long)
            for number, role in told.roles.items():
                line[number] = role
            rows.append(row)
            anchors.append(told.anchor)
            tags.append(line)
        believed = [
            n for n in (scores[row] > -3).nonzero().squeeze(1).tolist() if n not in own and batch.present[row, n]
        ]
        chance.shuffle(believed)
        for number in believed[:negatives]:
            rows.append(row)
            anchors.append(number)
            tags.append(torch.zeros(width, dtype=torch.long))
    return torch.tensor(rows), torch.tensor(anchors), torch.stack(tags) if tags else torch.zeros(0, width)


class Optimiser:
    """AdamW on float32 masters of bfloat16 weights (Micikevicius et al. 2018), and their running mean."""

    def __init__(self, network: nn.Module, recipe: Recipe, steps: int) -> None:
        self.network, self.recipe, self.steps, self.step_number = network, recipe, steps, 0
        self.live = [p for p in network.parameters() if p.requires_grad]
        self.masters = [p.detach().float().clone().requires_grad_() for p in self.live]
        self.mean = [m.detach().clone() for m in self.masters]
        names = [name for name, p in network.named_parameters() if p.requires_grad]
        groups = [
            {"params": [master], "lr": rate_of(name, recipe), "weight_decay": recipe.decay if master.ndim > 1 else 0.0}
            for name, master in zip(names, self.masters, strict=True)
        ]
        self.adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, foreach=True)
        self.rates = [group["lr"] for group in self.adam.param_groups]

    def step(self) -> None:
        """One step with the gradients as they are, clipped to norm 1."""
        share = self.step_number / self.steps
        warm = self.recipe.warm
        factor = (
            share / warm if share < warm else max(0.02, 0.5 * (1 + math.cos(math.pi * (share - warm) / (1 - warm))))
        )
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        for live, master in zip(self.live, self.masters, strict=True):
            master.grad = None if live.grad is None else live.grad.float()
            live.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters, 1.0)
        self.adam.step()
        self.step_number += 1
        follow = min(self.recipe.mean, (1 + self.step_number) / (10 + self.step_number))
        torch._foreach_lerp_(self.mean, [m.detach() for m in self.masters], 1 - follow)
        with torch.no_grad():
            for live, master in zip(self.live, self.masters, strict=True):
                live.copy_(master)

    def state(self) -> dict[str, Any]:
        """All that a resumed run needs."""
        return {"adam": self.adam.state_dict(), "masters": self.masters, "mean": self.mean, "step": self.step_number}

    def resume(self, state: dict[str, Any]) -> None:
        """Go on from ``state``."""
        self.adam.load_state_dict(state["adam"])
        self.step_number = state["step"]
        with torch.no_grad():
            for own, theirs in zip(self.masters, state["masters"], strict=True):
                own.copy_(theirs)
            for own, theirs in zip(self.mean, state["mean"], strict=True):
                own.copy_(theirs)
            for live, master in zip(self.live, self.masters, strict=True):
                live.copy_(master)


def rate_of(name: str, recipe: Recipe) -> float:
    """Heads learn fastest, the lowest layer slowest."""
    name = name.removeprefix("network.")
    if name.startswith("layers."):
        return recipe.rate * recipe.fade ** (5 - int(name.split(".")[1]))
    if name.startswith(("positions", "norm")):
        return recipe.rate * recipe.fade**6
    return recipe.head_rate


def fit(network: Network, training: list[Example], recipe: Recipe, folder: Path) -> Iterator[tuple[int, Network]]:
    """Train, and give the running mean as a float32 network after each epoch (and when resumed from ``folder``)."""
    seeds = [1000 * recipe.seed + 100 * recipe.order + number for number in range(recipe.epochs)]
    each = [batches(epoch(training, seed), recipe.pieces, seed) for seed in seeds]
    network.bfloat16().train()
    optimiser = Optimiser(network, recipe, sum(len(b) for b in each))
    saved = folder / f"run{recipe.order}.pt"
    done = 0
    if saved.is_file():
        state = torch.load(saved, weights_only=True)
        optimiser.resume(state)
        done = state["epochs"]
        yield done, mean_of(network, optimiser)
    for number in range(done, recipe.epochs):
        _one_epoch(network, optimiser, each[number], recipe, seeds[number])
        torch.save({**optimiser.state(), "epochs": number + 1}, saved)
        yield number + 1, mean_of(network, optimiser)


def _one_epoch(network: Network, optimiser: Optimiser, some: list[Batch], recipe: Recipe, seed: int) -> None:
    chance = random.Random(seed)
    torch.manual_seed(seed)
    sums: dict[str, float] = {}
    started = time.monotonic()
    for nth, batch in enumerate(some, 1):
        parts = loss_of(network, batch, recipe, chance)
        loss = sum(recipe.weights[name] * part for name, part in parts.items())
        loss.backward()
        optimiser.step()
        for name, part in parts.items():
            sums[name] = sums.get(name, 0.0) + float(part.detach())
        if nth % 50 == 0 or nth == len(some):
            means = " ".join(f"{name} {total / nth:.3f}" for name, total in sums.items())
            print(f"{seed}: {nth}/{len(some)} {time.monotonic() - started:.0f}s {means}", flush=True)


def mean_of(network: Network, optimiser: Optimiser) -> Network:
    """A float32 copy with the running mean of the weights, ready to be asked."""
    copied = copy.deepcopy(network).float().eval()
    live = [p for p in copied.parameters() if p.requires_grad]
    with torch.no_grad():
        for own, mean in zip(live, optimiser.mean, strict=True):
            own.copy_(mean)
    return copied
