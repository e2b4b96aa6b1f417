"""The three parts of the line model, trained: hashed words, a first look, a second look on top of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import ne
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from training.lines.pages import PARTS, Labelled

from onrecord.articles.plain_text.context import with_context, with_words
from onrecord.articles.plain_text.lines import BUCKETS, Line, count_words, features, word_ids

Array = npt.NDArray[Any]
TREES, BAGS = 160, 2
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 31,
    "learning_rate": 0.08,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
}


Look = tuple[lightgbm.Booster, ...]


@dataclass(frozen=True, slots=True)
class Trained:
    """``words[i]`` is the weight of hash bucket ``i``; ``bias`` is added to a line's sum.

    A look is the mean of the log-odds of its ensembles.
    """

    words: Array
    bias: float
    first: Look
    second: Look

    def shares(self, lines: Sequence[Line]) -> Array:
        """As ``onrecord.articles.plain_text.context.shares``, from this model instead of the shipped one."""
        looks = with_words(features(lines), word_scores(self.words, self.bias, word_ids(lines)))
        first = _predict(self.first, looks)
        return _predict(self.second, with_context(looks, first))


@dataclass(frozen=True, slots=True)
class _Rows:
    """What a step learns from, page by page."""

    seen: Sequence[Array]
    truth: Sequence[Array]
    weights: Sequence[Array]
    parts: Sequence[int]

    def showing(self, seen: Sequence[Array]) -> _Rows:
        """The same pages, seen otherwise."""
        return replace(self, seen=seen)

    def only(self, chosen: Callable[[int], bool]) -> _Rows:
        """The pages whose part is chosen."""
        at = [i for i, part in enumerate(self.parts) if chosen(part)]
        return _Rows(
            [self.seen[i] for i in at],
            [self.truth[i] for i in at],
            [self.weights[i] for i in at],
            [self.parts[i] for i in at],
        )


def train(pages: Sequence[Labelled], seed: int) -> Trained:
    """Train on these pages. The same pages and seed give the same model on the same machine.

    Each step learns from what the step before said of pages that it had not learnt from.
    """
    truth = [(page.story >= 0.5).astype(int) for page in pages]
    ids = [word_ids(page.lines) for page in pages]
    rows = _Rows(ids, truth, [_weights(page) for page in pages], [page.part for page in pages])
    scores = _left_out(rows, lambda some: partial(word_scores, *_fit_words(some)))
    looks = rows.showing([with_words(features(page.lines), score) for page, score in zip(pages, scores, strict=True)])
    first = _left_out(looks, lambda some: partial(_predict, _fit(some, seed)))
    context = looks.showing([with_context(look, share) for look, share in zip(looks.seen, first, strict=True)])
    return Trained(*_fit_words(rows), _fit(looks, seed, BAGS), _fit(context, seed, BAGS))


def _left_out(rows: _Rows, fit: Callable[[_Rows], Callable[[Array], Array]]) -> list[Array]:
    """What a model says of each page that learnt from the other parts' pages alone."""
    said: dict[int, Array] = {}
    for part in range(PARTS):
        model = fit(rows.only(partial(ne, part)))
        said |= {i: model(seen) for i, seen in enumerate(rows.seen) if rows.parts[i] == part}
    return [said[i] for i in range(len(rows.seen))]


def _weights(page: Labelled) -> Array:
    """Long lines weigh more, by the root of their words; a page's lines together about as much as another's."""
    words = np.array([min(count_words(line.words), 200) for line in page.lines])
    told = max(50.0, float((words * page.story).sum()))
    return page.weight * np.sqrt((words + 2) / told)


# ── words ────────────────────────────────────────────────────────────────────


def word_scores(weights: Array, bias: float, ids: Array) -> Array:
    """The sum of the weights of a line's words, over the root of their number."""
    known = (ids > 0).sum(axis=1)
    total = weights[ids].sum(axis=1)
    return np.asarray(total / np.sqrt(np.maximum(known, 1)) + bias, dtype=np.float32)


def _bags(ids: Array) -> sparse.csr_matrix:
    rows, columns = np.nonzero(ids)
    counts = (ids > 0).sum(axis=1)
    values = 1 / np.sqrt(counts[rows])
    return sparse.csr_matrix((values, (rows, ids[rows, columns])), shape=(len(ids), BUCKETS))


def _fit_words(rows: _Rows) -> tuple[Array, float]:
    model = LogisticRegression(C=1.0, max_iter=200)
    model.fit(_bags(np.concatenate(rows.seen)), np.concatenate(rows.truth), np.concatenate(rows.weights))
    found = model.coef_[0].astype(np.float32)
    found[0] = 0
    return found, float(np.float32(model.intercept_[0]))


# ── looks ────────────────────────────────────────────────────────────────────


def _fit(rows: _Rows, seed: int, bags: int = 1) -> Look:
    weights = np.concatenate(rows.weights)
    data = lightgbm.Dataset(np.concatenate(rows.seen), np.concatenate(rows.truth), weight=weights)
    return tuple(lightgbm.train({**PARAMETERS, "seed": seed + bag}, data, TREES) for bag in range(bags))


def _predict(look: Look, looks: Array) -> Array:
    odds = np.mean([ensemble.predict(looks, raw_score=True, num_threads=1) for ensemble in look], axis=0)
    return np.round(np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32), 6)
