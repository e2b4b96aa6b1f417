"""Fragments of patterns from the language data: the longest form wins, and case counts where it must."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments.expressions.lexicon import CLOCK, MONTH, MONTHS, UNITS, WEEKDAY, YEAR, folded, opening, words


def test_the_longest_choice_is_tried_first() -> None:
    assert re.match(words(["as", "as soon as"]), "as soon as it rains")[0] == "as soon as"  # type: ignore[index]
    assert re.match(opening(["some day"]), "Some  day")[0] == "Some  day"  # type: ignore[index]


@given(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_choice_matches_itself_whatever_marks_it_has(choices: list[str]) -> None:
    plain = [c for c in choices if not re.search(r"\s", c)]
    assert all(re.fullmatch(words(plain), c) for c in plain)


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        (MONTH, "May", True),
        (MONTH, "MAY", True),
        (MONTH, "may", False),
        (MONTH, "Sept.", True),
        (WEEKDAY, "FRIDAY", True),
        (WEEKDAY, "friday", False),
        (YEAR, "2018", True),
        (YEAR, "2254", False),
        (YEAR, "0018", False),
        (CLOCK, "24:00", True),
        (CLOCK, "24:30", False),
        (CLOCK, "9 p.m. ET", True),
        (CLOCK, "25:10", False),
        (CLOCK, "0300 GMT", True),
        (CLOCK, "0300", False),
    ],
)
def test_what_fits(pattern: str, text: str, *, fits: bool) -> None:
    assert bool(re.fullmatch(pattern, text)) is fits


def test_tables() -> None:
    assert (MONTHS["sept"], UNITS["fortnights"], "second" in UNITS) == (9, "FN", False)
    assert folded("In  Due\nCourse") == "in due course"
