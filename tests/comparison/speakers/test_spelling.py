import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparison.speakers.spelling import likeness, skeleton

WORDS = st.lists(st.text(alphabet="abdeghklmnorst", min_size=1, max_size=8), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    "spellings", [("qaddafi", "gaddafi", "kadhafi"), ("araqchi", "araghchi"), ("aleksandr", "alexander")]
)
def test_spellings_of_one_name_have_one_skeleton(spellings: tuple[str, ...]):
    assert len({skeleton(each) for each in spellings}) == 1


@given(WORDS, WORDS)
def test_likeness_is_the_same_from_both_sides(one: tuple[str, ...], other: tuple[str, ...]):
    assert (likeness(one, other) is None) == (likeness(other, one) is None)


@given(WORDS)
def test_a_name_without_a_surname_is_like_none(words: tuple[str, ...]):
    assert likeness(words[:1], (*words, "zzz")) is None
