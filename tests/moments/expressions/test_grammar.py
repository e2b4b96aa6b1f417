"""The grammar finds what is there, once, in order, and nothing in what only looks like a date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments.expressions.grammar import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("early next year", "Y+1-EARLY"),
        ("the end of next month", "M+1-END"),
        ("later this month", "M+0"),
        ("earlier this year", "Y+0"),
        ("mid-2018", "2018-MID"),
        ("June last year", "Y-1-06"),
        ("the second half of 2019", "2019-H2"),
        ("this year's third quarter", "Y+0-Q3"),
        ("the last week of March 2018", "2018-03-25/2018-03-31"),
        ("the day after tomorrow", "D+2"),
        ("the 15th of next month", "M+1-15"),
        ("5-8 March", "XXXX-03-05/XXXX-03-08"),
        ("next Tuesday", "W+1-2"),
        ("Tuesday next week", "W+1-2"),
        ("the winter of 2018", "2018-WI"),
        ("the nineties", "199"),
        ("two weeks from now", "W+2"),
        ("a fortnight from now", "W+2"),
        ("three hours from now", "PT3H"),
        ("by mid-century", "C+0-MID"),
        ("the year is out", "Y+0-END"),
        ("in a day or two", "P1D/P2D"),
        ("the next year or two", "P1Y/P2Y"),
        ("met on the 12th", "XXXX-XX-12"),
        ("year-end", "Y+0-END"),
        ("this weekend", "W+0-WE"),
        ("every other day", "P2D"),
    ],
)
def test_symbolic_values(text: str, value: str) -> None:
    assert [f.draft.value for f in find(text)] == [value]


WORDS = st.sampled_from(
    [
        "in",
        "the",
        "next",
        "one",
        "or",
        "two",
        "months",
        "May",
        "5",
        ",",
        "2018",
        "Friday",
        "early",
        "of",
        "week",
        "a",
        "10:12",
        "-",
        "ago",
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_expressions_stand_in_order_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    at = 0
    for found in find(text):
        assert at <= found.span.start < found.span.end <= len(text)
        assert found.draft.value
        at = found.span.end
