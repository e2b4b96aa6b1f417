"""The chain against every sequence written out."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.models.reader.chain import Chain, best_tags

Array = npt.NDArray[np.float32]


def weights(*shape: int) -> st.SearchStrategy[Array]:
    values = st.floats(-20, 20, width=16).map(lambda value: round(value, 2))
    return arrays(np.float32, shape, elements=values.map(np.float32))


def chains(tags: int) -> st.SearchStrategy[Chain]:
    return st.builds(Chain, weights(tags, tags), weights(tags), weights(tags))


def value(chain: Chain, scores: Array, tags: tuple[int, ...]) -> float:
    moves = sum(float(chain.steps[a, b]) for a, b in pairwise(tags))
    own = sum(float(scores[at, tag]) for at, tag in enumerate(tags))
    return float(chain.first[tags[0]]) + float(chain.last[tags[-1]]) + moves + own


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Chain, Array, npt.NDArray[np.int64]]:
    rows, width = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    lengths = draw(st.lists(st.integers(1, width), min_size=rows, max_size=rows))
    return draw(chains(3)), draw(weights(rows, width, 3)), np.array(lengths, dtype=np.int64)


@settings(max_examples=150, deadline=None)
@given(tasks())
def test_the_best_of_all_sequences_and_its_share(task: tuple[Chain, Array, npt.NDArray[np.int64]]):
    chain, scores, lengths = task
    tags, shares = best_tags(chain, scores, lengths)
    for row, length in enumerate(lengths.tolist()):
        values = [value(chain, scores[row], sequence) for sequence in product(range(3), repeat=length)]
        found = value(chain, scores[row], tuple(tags[row, :length].tolist()))
        assert abs(found - max(values)) < 1e-3
        assert not tags[row, length:].any()
        assert abs(shares[row] - (max(values) - float(np.logaddexp.reduce(values)))) < 1e-3
        assert shares[row] <= 0


def test_a_row_is_read_alike_alone_and_among_longer_ones():
    rng = np.random.default_rng(3)
    chain = Chain(*(rng.normal(size=shape).astype(np.float32) for shape in ((4, 4), 4, 4)))
    scores = rng.normal(size=(5, 60, 4)).astype(np.float32)
    lengths = np.array([3, 60, 1, 40, 59])
    tags, shares = best_tags(chain, scores, lengths)
    for row, length in enumerate(lengths.tolist()):
        alone, share = best_tags(chain, scores[row : row + 1, :length], lengths[row : row + 1])
        assert (alone[0] == tags[row, :length]).all()
        assert abs(share[0] - shares[row]) < 1e-5


def test_long_rows_with_strong_scores_neither_overflow_nor_vanish():
    scores = np.tile(np.array([[[90.0, -90.0, 0.0, 30.0]]], dtype=np.float32), (2, 250, 1))
    chain = Chain(*(np.full(shape, -30.0, dtype=np.float32) for shape in ((4, 4), 4, 4)))
    tags, shares = best_tags(chain, scores, np.array([250, 249]))
    assert not tags.any()
    assert (np.abs(shares) < 1e-4).all()
