"""The line model: which lines of a plain-text page are the story. What it is fed is made in ``articles``.

One file holds its three parts, chosen by ``step``: the weights of hashed words, and two ensembles of
decision trees. Trees and sums in a fixed order give the same on each processor; shares are rounded to
six decimals before anyone compares them.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.models.session import Session, open_session

Matrix = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

_WORDS, _FIRST, _SECOND = 0, 1, 2
_NO_WORDS = np.zeros((1, 1), dtype=np.int32)
_NO_LOOKS = np.zeros((1, 1), dtype=np.float32)


def word_scores(words: Ids) -> Matrix:
    """The log-odds that a line with these hashed words (0: none) is of a story, by its words alone."""
    return _run(_WORDS, words, _NO_LOOKS)


def first_look(looks: Matrix) -> Matrix:
    """The share, 0 to 1, of story in each line, by its features."""
    return np.round(_run(_FIRST, _NO_WORDS, looks), 6)


def second_look(looks: Matrix) -> Matrix:
    """The share, 0 to 1, of story in each line, by its features and the first look at the lines around it."""
    return np.round(_run(_SECOND, _NO_WORDS, looks), 6)


def _run(step: int, words: Ids, looks: Matrix) -> Matrix:
    feed = {"step": np.array([step], dtype=np.int64), "words": words, "looks": looks}
    (scores,) = _session().run(["scores"], feed)
    return np.asarray(scores, dtype=np.float32).reshape(-1)


@cache
def _session() -> Session:
    return open_session("lines.onnx")
