from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.written import written_dates

DAYS = st.dates(date(1700, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("line", "value", "words"),
    [
        ("10:12 16 July", "XXXX-07-16", "10:12 16 July"),
        ("/ 17 July , 2018", "2018-07-17", "17 July , 2018"),
        ("Tue Jan 28 15:28:56 CET 2020", "2020-01-28", "Jan 28 15:28:56 CET 2020"),
        ("Datum:26. Januar 2022", "2022-01-26", "26. Januar 2022"),
        ("Publié le 16 novembre 2021 à 7h30", "2021-11-16", "16 novembre 2021 à 7h30"),
        ("4 de junio de 2017", "2017-06-04", "4 de junio de 2017"),
        ("2023年11月7日", "2023-11-07", "2023年11月7日"),
        ("October 31st, 2017 at 10:20 pm", "2017-10-31", "October 31st, 2017 at 10:20 pm"),
        ("17.07.18", "2018-07-17", "17.07.18"),
        ("13/04/2017", "2017-04-13", "13/04/2017"),
        ("04.11.1890", "1890-11-04", "04.11.1890"),
        ("Last updated at Apr 092017", "2017-04-09", "Apr 092017"),
        ("Sunday 10/07/2016", "2016-07-10", "10/07/2016"),
    ],
)
def test_dates_as_pages_write_them(line: str, value: str, words: str):
    (found,) = written_dates(line)
    assert (found.value, found.words) == (value, words)


@pytest.mark.parametrize(
    "line",
    [
        "31 February 2017",
        "13/13/2017",
        "0000-01-01",
        "99999",
        "32.01.2017",
        "version 1.2.3",
        "Apr 402017",
        "12:30",
        "1,482",
        "",
    ],
)
def test_what_is_no_date_is_refused(line: str):
    assert written_dates(line) == ()


def test_an_ambiguous_date_keeps_both_readings_and_no_day():
    (found,) = written_dates("03/04/2017")
    assert (found.value, found.day) == ("2017", None)
    assert found.readings == (date(2017, 4, 3), date(2017, 3, 4))
    assert written_dates("03/04/2017", day_first=True)[0].day == date(2017, 4, 3)
    assert written_dates("03/04/2017", day_first=False)[0].day == date(2017, 3, 4)


def test_with_hyphens_the_day_comes_first_unless_the_page_or_a_weekday_says_otherwise():
    (found,) = written_dates("05-09-2013")
    assert (found.day, found.readings) == (date(2013, 9, 5), (date(2013, 9, 5), date(2013, 5, 9)))
    assert "day first" in found.told
    assert written_dates("05-09-2013", day_first=False)[0].day == date(2013, 5, 9)
    (beside,) = written_dates("Mon, 05-09-2016")  # 9 May 2016 was a Monday, 5 September too
    assert beside.day == date(2016, 9, 5)
    (beside,) = written_dates("Friday 10-07-2016")
    assert beside.day == date(2016, 10, 7)
    assert "Friday" in beside.told
    assert written_dates("05-09-13")[0].day is None


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%a, %d %b %Y", "%Y/%m/%d"]))
def test_what_is_written_is_read_again(day: date, pattern: str):
    (found,) = written_dates(day.strftime(pattern))
    assert found.day == day


@given(st.text())
def test_dates_lie_in_their_text_and_do_not_overlap(text: str):
    found = written_dates(text)
    assert all(0 <= written.start < written.end <= len(text) for written in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["1 ", "may ", "1/2/", "2017-", "12:"])
def test_a_million_characters_that_only_begin_like_dates_hold_none(unit: str):
    """Work that is quadratic in the text would not end."""
    assert written_dates(unit * (1_000_000 // len(unit))) == ()


def test_of_a_hundred_thousand_dates_the_first_are_read_as_they_are_alone():
    found = written_dates("1 May 2017 " * 100_000)
    assert {(each.value, each.words) for each in found} == {("2017-05-01", "1 May 2017")}
    assert found[:10] == written_dates("1 May 2017 " * 10)
