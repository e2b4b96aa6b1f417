"""Days, weekdays and holidays: what each form means, and which forms are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments.expressions.dates import clock_value, ordinal_or_int, spelled_year
from onrecord.moments.expressions.grammar import find


def values(text: str) -> list[str]:
    return [f.draft.value for f in find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 May 2017", "2017-05-03"),
        ("the third of May", "XXXX-05-03"),
        ("May 3rd, 2017", "2017-05-03"),
        ("Sat., May 3", "XXXX-05-03"),
        ("3 May next year", "Y+1-05-03"),
        ("28 and 29 May", "XXXX-05-28/XXXX-05-29"),
        ("29 February", "XXXX-02-29"),
        ("10 p.m. on 3 May", "XXXX-05-03T22:00"),
        ("2017-05-03T10:12:30Z", "2017-05-03T10:12"),
        ("20170503", "2017-05-03"),
        ("last Friday", "XXXX-WXX-5"),
        ("Friday this week", "W+0-5"),
        ("later on Friday", "XXXX-WXX-5"),
        ("last weekend", "W-1-WE"),
        ("last Christmas", "XXXX-12-25"),
        ("this Christmas", "Y+0-12-25"),
        ("Christmas 2016", "2016-12-25"),
        ("the 15th of the month", "M+0-15"),
    ],
)
def test_days(text: str, value: str) -> None:
    assert value in values(text)


@pytest.mark.parametrize("text", ["29 February 2019", "31 April", "May 0", "2017-13-01", "32/01/2017", "1-1-17"])
def test_no_day_is_found_in_what_is_none(text: str) -> None:
    assert all(f.draft.precision != "day" for f in find(text))


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)))
def test_every_way_to_write_a_day_gives_that_day(day: date) -> None:
    assert values(day.isoformat()) == [day.isoformat()]
    assert values(f"{day.day} {day:%B} {day.year}") == [day.isoformat()]
    assert values(f"{day:%A}, {day:%B} {day.day}, {day.year}") == [day.isoformat()]
    assert values(f"{day.day}.{day.month}.{day.year}") == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "value"),
    [("noon", "12:00"), ("midnight", "24:00"), ("12:30 a.m.", "00:30"), ("8.05pm", "20:05"), ("0300", "03:00")],
)
def test_clocks(text: str, value: str) -> None:
    assert clock_value(text) == value


def test_years_and_numbers_in_words() -> None:
    assert [spelled_year(w) for w in ("1996", "nineteen ninety-six", "two thousand and four", "two thousand")] == [
        "1996",
        "1996",
        "2004",
        "2000",
    ]
    assert [ordinal_or_int(w) for w in ("5", "5th", "fifth", "")] == [5, 5, 5, None]
