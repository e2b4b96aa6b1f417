from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.record.asking.days import first_day, last_day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-10-31", date(2017, 10, 31), date(2017, 10, 31)),
        (" 2017-1 ", date(2017, 1, 1), date(2017, 1, 31)),
        (datetime(2017, 10, 31, 23, tzinfo=UTC), date(2017, 10, 31), date(2017, 10, 31)),
    ],
)
def test_a_bound_takes_its_first_or_its_last_day(written: str, first: date, last: date) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@given(st.dates())
def test_a_day_is_itself(day: date) -> None:
    assert first_day(day) == last_day(day) == first_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "written", ["", "soon", "17", "2017-13", "2017-02-30", "0000", "2017-10-31T12", "२०१७", "2017-"]
)
def test_what_is_no_day_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(QueryError, match="2017-10-31, 2017-10 or 2017"):
        first_day(written)
