"""Scores of words put together to those of a statement."""

from __future__ import annotations

from itertools import accumulate
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.models.reader.judging import (
    FIELDS,
    KINDS,
    LABELS,
    SIZES,
    STANCES,
    TOLD,
    judgement,
    scores_of,
    words_in,
)

PLAIN = np.stack([np.ones(LABELS), np.zeros(LABELS)]).astype(np.float32)


def told_of(words: int) -> np.ndarray:
    return np.zeros((words, TOLD), dtype=np.float32)


def test_a_content_is_the_mean_of_its_words_by_their_weights():
    told = told_of(3)
    told[0, FIELDS] = 1.0  # what the first word says of the first kind
    told[1, FIELDS] = 5.0
    told[0, 0] = np.log(3.0)  # how much it weighs among the words for the kind
    told[2, FIELDS] = 100.0  # outside of the content
    scores = scores_of(told, [0, 1], [], [])
    assert scores[0] == pytest.approx(0.75 * 1.0 + 0.25 * 5.0)
    assert not scores[1:].any()


def test_cue_and_source_add_their_plain_means():
    told = told_of(4)
    told[1, FIELDS + LABELS] = 2.0
    told[2, FIELDS + LABELS] = 4.0
    told[3, FIELDS + 2 * LABELS] = 10.0
    assert scores_of(told, [0], [1, 2], [3])[0] == pytest.approx(3.0 + 10.0)
    assert scores_of(told, [0], [], [])[0] == 0.0


def test_each_field_is_a_distribution_of_its_own():
    scores = np.zeros(LABELS, dtype=np.float32)
    scores[2], scores[SIZES[0] + 1] = 3.0, 1.0
    found = judgement(scores, PLAIN)
    assert (len(found.kinds), len(found.stances), len(found.strengths)) == SIZES
    for shares in (found.kinds, found.stances, found.strengths):
        assert sum(shares) == pytest.approx(1.0)
    assert found.kind == KINDS[2]
    assert found.stance == STANCES[1]
    assert found.strength == "certain"  # the first of equals
    assert found.kinds[2] == pytest.approx(exp(3) / (exp(3) + 7))


def test_scores_are_sharpened_and_moved():
    scores = np.zeros(LABELS, dtype=np.float32)
    scores[0] = 2.0
    moved = PLAIN.copy()
    moved[0] = 0.5
    moved[1, 1] = 3.0
    found = judgement(scores, moved)
    assert found.kind == KINDS[1]
    assert found.kinds[1] / found.kinds[0] == pytest.approx(exp(3.0 - 1.0), rel=1e-5)


def test_far_scores_overflow_nowhere():
    scores = np.full(LABELS, -1e4, dtype=np.float32)
    scores[4] = 1e4
    assert judgement(scores, PLAIN).kinds[4] == 1.0


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=30),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 20)), max_size=3),
)
def test_words_in_are_those_that_overlap(gaps: list[tuple[int, int]], places: list[tuple[int, int]]):
    ends = list(accumulate(gap + length for gap, length in gaps))
    spans = [(end - length, end) for end, (_, length) in zip(ends, gaps, strict=True)]
    pieces = tuple(Span(start, start + length) for start, length in sorted(places))
    overlapping = [
        number
        for number, (start, end) in enumerate(spans)
        if any(start < piece.end and piece.start < end for piece in pieces)
    ]
    assert [n for n in words_in(spans, pieces) if any(p.start < p.end for p in pieces)] == overlapping or not pieces
