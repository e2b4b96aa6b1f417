"""Lengths of time, units seen from the day of speaking, sets and references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments.expressions.grammar import find


@pytest.mark.parametrize(
    ("text", "value", "sense"),
    [
        ("two weeks", "P2W", "length"),
        ("two to three weeks", "P2W/P3W", "length"),
        ("a year or two", "P1Y/P2Y", "length"),
        ("a month and a half", "P1M15D", "length"),
        ("the next two weeks", "P2W", "ahead"),
        ("the past two weeks", "P2W", "behind"),
        ("the coming weeks", "PXW", "ahead"),
        ("the next year or two", "P1Y/P2Y", "ahead"),
        ("the past decade", "P1E", "behind"),
        ("an eight-day visit", "P8D", "length"),
        ("two weeks ago", "W-2", "point"),
        ("a month or so ago", "M-1", "point"),
        ("two weeks from now", "W+2", "point"),
        ("a few hours ago", "PAST_REF", "reference"),
        ("this week", "W+0", "point"),
        ("late last week", "W-1-LATE", "point"),
        ("the year ended there", "P1Y", "reference"),
        ("the year to March", "P1Y", "reference"),
        ("the year was good", "Y+0", "reference"),
        ("year-end", "Y+0-END", "point"),
        ("mid-year", "Y+0-MID", "point"),
        ("tomorrow night", "D+1TNI", "point"),
        ("the day before yesterday", "D-2", "point"),
        ("every Friday", "XXXX-WXX-5", "set"),
        ("each morning", "XXXX-XX-XXTMO", "set"),
        ("twice a week", "P1W", "set"),
        ("currently", "PRESENT_REF", "reference"),
        ("the quarter", "Y+0-QX", "echo"),
        ("the 1988 quarter", "1988-QX", "echo"),
        ("the previous day", "D-1", "echo"),
        ("overnight", "D+0TNI", "told"),
    ],
)
def test_values_and_senses(text: str, value: str, sense: str) -> None:
    first = next(iter(find(text)))
    assert (first.draft.value, first.draft.sense) == (value, sense)


@pytest.mark.parametrize(
    "text", ["three-quarters", "the quarter-to-quarter drop", "a second", "the year 5", "that week-long"]
)
def test_what_is_none(text: str) -> None:
    assert [f.draft.value for f in find(text) if f.draft.sense != "set"] == []


@given(st.integers(1, 99_999), st.sampled_from(["days", "weeks", "months", "years"]))
def test_a_length_keeps_its_number_and_unit(count: int, unit: str) -> None:
    (found,) = find(f"in {count} {unit}")
    assert found.draft.value == f"P{count}{unit[0].upper()}"
    assert found.draft.amount is not None
    assert found.draft.amount.low == found.draft.amount.high == count
