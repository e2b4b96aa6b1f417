from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.speakers.initials import initials_of, spelled_out
from onrecord.resolution.tokens import Words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norvan Press Agency (NPA) said no.", "Norvan Press Agency"),
        (
            "He leads the Lund Chamber of Crafts, Ports and Mines (LCCPM) now.",
            "Lund Chamber of Crafts, Ports and Mines",
        ),
        ("Holt Gas and Light Company (HG&L) closed.", "Holt Gas and Light Company"),
    ],
)
def test_initials_stand_for_the_name_before_them(text: str, name: str) -> None:
    tokens = Words(text).tokens
    ((first, last),) = spelled_out(tokens).values()
    assert text[tokens[first].start : tokens[last].end] == name


@pytest.mark.parametrize(
    "text", ["Member of Parliament (MP) Karl Lund came.", "Karl Lund (NPA) came.", "They met at noon (GMT)."]
)
def test_brackets_behind_other_words_stand_for_nothing(text: str) -> None:
    assert spelled_out(Words(text).tokens) == {}


def test_small_words_have_no_initial() -> None:
    assert initials_of(("bank", "of", "the", "north")) == "bn"


@given(st.text(alphabet="ABab ().,", max_size=60))
def test_a_name_ends_right_before_its_initials(text: str) -> None:
    for at, (first, last) in spelled_out(Words(text).tokens).items():
        assert first <= last == at - 1
