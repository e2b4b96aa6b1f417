"""The second look at the lines of a page: what the first one made of the lines around each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.articles.plain_text.lines import Line, Matrix, best_segment, features, mean_around, shifted, word_ids
from onrecord.models import lines as model

Column = npt.NDArray[Any]
_LOG_WORDS, _INDENT = 1, 29
"""Columns of ``features`` that are used again here."""
_SURE = 0.6


def shares(lines: Sequence[Line]) -> Matrix:
    """How likely each line is to be of the story's body, 0 to 1, to six decimals."""
    if not lines:
        return np.zeros(0, dtype=np.float32)
    looks = with_words(features(lines), model.word_scores(word_ids(lines)))
    return model.second_look(with_context(looks, model.first_look(looks)))


def with_words(looks: Matrix, scores: Matrix) -> Matrix:
    """The features with what the words of each line, and of those around it, say."""
    near = [shifted(scores, by, -3.0) for by in (-2, -1, 1, 2)]
    means = [mean_around(scores, reach) for reach in (3, 10)]
    return _joined(looks, [scores, *near, *means])


def with_context(looks: Matrix, first: Matrix) -> Matrix:
    """The features with the shares that the first look gave: to the lines around, and to the page."""
    words = np.minimum(np.expm1(looks[:, _LOG_WORDS]), 100).astype(np.float32)
    told = first * words
    near = [shifted(first, by) for by in (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)]
    means = [mean_around(first, reach) for reach in (2, 5, 15, 40)]
    weighted = mean_around(told, 5) / np.maximum(1e-6, mean_around(words, 5))
    columns: list[Column] = [
        first,
        *near,
        *means,
        weighted,
        *_rank(told),
        *_page(first, told),
        *_indents(looks, words, told),
    ]
    columns += [column for cut in (0.5, 0.3) for column in _segment(first, words, told, cut)]
    return _joined(looks, [*columns, *_distances(first)])


def _joined(looks: Matrix, columns: Sequence[Column]) -> Matrix:
    new = np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)
    return np.concatenate([looks, new], axis=1)


def _rank(told: Matrix) -> list[Column]:
    """The shares of the story's words that stand before the line and after it."""
    total = max(1.0, float(told.sum()))
    running = np.cumsum(told, dtype=np.float64)
    return [(running - told) / total, (total - running) / total]


def _page(first: Matrix, told: Matrix) -> list[Column]:
    count = len(first)
    values = (float(first.max()), float(np.log1p(max(1.0, told.sum()))), float((first > 0.5).mean()))
    return [np.full(count, value, dtype=np.float32) for value in values]


def _indents(looks: Matrix, words: Matrix, told: Matrix) -> list[Column]:
    """How much of what stands at the line's indent is story, and how much of the story stands there."""
    indents = looks[:, _INDENT].astype(int)
    story = np.bincount(indents, weights=told)
    every = np.bincount(indents, weights=words)
    return [(story / np.maximum(1e-6, every))[indents], (story / max(1.0, float(told.sum())))[indents]]


def _segment(first: Matrix, words: Matrix, told: Matrix, cut: float) -> list[Column]:
    """Where the line stands to the run of lines that is most surely story."""
    at = np.arange(len(first))
    start, end = best_segment((first - cut) * np.sqrt(words + 1))
    whole = float(told[start:end].sum()) / max(1.0, float(told.sum()))
    return [
        ((at >= start) & (at < end)).astype(np.float32),
        np.sign(at - start) * np.log1p(abs(at - start)),
        np.sign(end - 1 - at) * np.log1p(abs(end - 1 - at)),
        np.full(len(first), whole, dtype=np.float32),
    ]


def _distances(first: Matrix) -> list[Column]:
    """Lines to the last and to the next one that is surely story (log)."""
    at = np.arange(len(first))
    sure = first > _SURE
    last = np.maximum.accumulate(np.where(sure, at, -50))
    following = np.minimum.accumulate(np.where(sure, at, len(first) + 50)[::-1])[::-1]
    return [np.log1p(at - last), np.log1p(following - at)]
