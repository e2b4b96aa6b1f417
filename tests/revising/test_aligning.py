from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.revising import aligning
from onrecord.revising.aligning import gaps

SEQUENCES = st.lists(st.sampled_from("abcdefgh"), max_size=30)


def rebuilt(one: list[str], other: list[str]) -> list[str]:
    """The one made the other by what the gaps say."""
    made, at = [], 0
    for gap in gaps(one, other):
        made += one[at : gap.start] + other[gap.begin : gap.finish]
        at = gap.end
    return made + one[at:]


@given(SEQUENCES, SEQUENCES)
def test_what_is_in_no_gap_is_the_same(one: list[str], other: list[str]):
    assert rebuilt(one, other) == other


@given(SEQUENCES, SEQUENCES)
def test_large_ones_are_cut_at_what_stands_once(one: list[str], other: list[str]):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "LARGEST", 4)
        assert rebuilt(one, other) == other


def test_equal_ones_have_no_gap():
    assert list(gaps("abc", "abc")) == []
    assert [tuple(gap) for gap in gaps("abc", "axc")] == [(1, 2, 1, 2)]
