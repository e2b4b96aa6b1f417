"""Months, quarters, seasons, years, decades and centuries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments.expressions.grammar import find


@pytest.mark.parametrize(
    ("text", "value", "precision", "when"),
    [
        ("in May", "XXXX-05", "month", None),
        ("this May", "Y+0-05", "month", 0),
        ("last May", "XXXX-05", "month", -1),
        ("May of next year", "Y+1-05", "month", 1),
        ("late May 2018", "2018-05-LATE", "month", None),
        ("earlier in May", "XXXX-05", "month", -1),
        ("the last quarter of 2018", "2018-Q4", "quarter", None),
        ("the last quarter of the year", "XXXX-Q4", "quarter", None),
        ("fiscal second-quarter", "XXXX-Q2", "quarter", None),
        ("Q3 2018", "2018-Q3", "quarter", None),
        ("2018's first half", "2018-H1", "half", None),
        ("this summer", "Y+0-SU", "season", 0),
        ("the summer of 2018", "2018-SU", "season", None),
        ("2018/19", "2018/2019", "year", None),
        ("2016-2021", "2016/2021", "year", None),
        ("fiscal year 2018", "2018", "year", None),
        ("the '80s", "198", "decade", None),
        ("the early 2020s", "202-EARLY", "decade", None),
        ("the late 19th century", "18-LATE", "century", None),
    ],
)
def test_periods(text: str, value: str, precision: str, when: int | None) -> None:
    (found,) = find(text)
    assert (found.draft.value, found.draft.precision, found.draft.when) == (value, precision, when)


@pytest.mark.parametrize("text", ["2018/05", "2019/18", "2021-2016", "the last quarter of the town", "a second half"])
def test_what_is_no_period(text: str) -> None:
    assert all(f.draft.precision not in {"half"} and "/" not in f.draft.value for f in find(text))
    assert "2018-Q4" not in [f.draft.value for f in find(text)]


@given(st.integers(1500, 2198))
def test_a_season_across_the_turn_of_a_year_is_the_two_years(year: int) -> None:
    (found,) = find(f"in {year}/{(year + 1) % 100:02d}")
    assert found.draft.value == f"{year}/{year + 1}"
