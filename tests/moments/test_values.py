"""Symbolic values and the days that they stand for."""

from datetime import date

import pytest

from onrecord.moments import values
from onrecord.moments.calendar import Days

D = date(2017, 10, 31)


def days(value: str, day: date = D, mode: values.Mode = "next") -> Days | None:
    atom = values.parse(value)
    return None if atom is None else values.days_of(atom, day, mode)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2018-W01", date(2018, 1, 1), date(2018, 1, 7)),
        ("2018-W01-WE", date(2018, 1, 6), date(2018, 1, 7)),
        ("2018-Q2", date(2018, 4, 1), date(2018, 6, 30)),
        ("2018-H2", date(2018, 7, 1), date(2018, 12, 31)),
        ("2018-WI", date(2018, 12, 1), date(2019, 2, 28)),
        ("201", date(2010, 1, 1), date(2019, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("XXXX-11-18", date(2017, 11, 18), date(2017, 11, 18)),
        ("XXXX-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("XXXX-10", date(2017, 10, 1), date(2017, 10, 31)),
        ("XXXX-09", date(2018, 9, 1), date(2018, 9, 30)),
        ("XXXX-WI", date(2017, 12, 1), date(2018, 2, 28)),
        ("XXXX-WXX-2", date(2017, 11, 7), date(2017, 11, 7)),
        ("XXXX-WXX-WE", date(2017, 11, 4), date(2017, 11, 5)),
        ("XXXX-XX-15", date(2017, 11, 15), date(2017, 11, 15)),
        ("D+1", date(2017, 11, 1), date(2017, 11, 1)),
        ("W+1-2", date(2017, 11, 7), date(2017, 11, 7)),
        ("M+1-15", date(2017, 11, 15), date(2017, 11, 15)),
        ("Y+1-Q1", date(2018, 1, 1), date(2018, 3, 31)),
        ("2018-EARLY", date(2018, 1, 1), date(2018, 4, 30)),
        ("2018-MID", date(2018, 5, 1), date(2018, 8, 31)),
        ("2018-LATE", date(2018, 9, 1), date(2018, 12, 31)),
        ("2018-END", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018-Q1-END", date(2018, 3, 1), date(2018, 3, 31)),
        ("2018-02-EARLY", date(2018, 2, 1), date(2018, 2, 10)),
        ("2018-02-MID", date(2018, 2, 11), date(2018, 2, 20)),
        ("2018-02-END", date(2018, 2, 21), date(2018, 2, 28)),
        ("W+1-EARLY", date(2017, 11, 6), date(2017, 11, 8)),
        ("W+1-LATE", date(2017, 11, 9), date(2017, 11, 12)),
    ],
)
def test_what_a_value_stands_for(value: str, first: date | None, last: date | None) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2018-13",
        "2018-02-31",
        "XXXX-02-31",
        "0000",
        "2018-W54",
        "2018-W00",
        "Y+99999",
        "M+1-31",
        "P1M",
        "XXXX",
        "W+1-9",
    ],
)
def test_what_stands_for_no_day_is_none(value: str) -> None:
    assert days(value) is None


def test_partial_values_look_back_where_asked() -> None:
    assert days("XXXX-10-31", mode="last") == (D, D)
    assert days("XXXX-11-18", mode="last") == (date(2016, 11, 18), date(2016, 11, 18))
    assert days("XXXX-WXX-2", mode="last") == (D, D)
    assert days("XXXX-11-18", mode="nearest") == (date(2017, 11, 18), date(2017, 11, 18))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("P1M", date(2017, 11, 30)),
        ("P1Y6M", date(2019, 4, 30)),
        ("P2W", date(2017, 11, 14)),
        ("P1E", date(2027, 10, 31)),
        ("PT36H", date(2017, 11, 1)),
        ("P99999Y", None),
        ("P", None),
        ("PXM", None),
    ],
)
def test_offsets(value: str, expected: date | None) -> None:
    assert values.offset(value, D) == expected


def test_part_days_count_whole_at_the_far_end() -> None:
    assert values.offset("PT36H", D, up=True) == date(2017, 11, 2)
