"""Time expressions with TIMEX3 type and value."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.moments import times

D = date(2017, 10, 31)


def found(text: str, published: date | None = D) -> list[tuple[str, str, str]]:
    return [(text[t.span.start : t.span.end], t.type, t.value) for t in times(text, published=published)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("17 July , 2018", "17 July , 2018", "DATE", "2018-07-17"),
        ("on 31/10/2017", "31/10/2017", "DATE", "2017-10-31"),
        ("on 10/31/17", "10/31/17", "DATE", "2017-10-31"),
        ("on 2017-10-31", "2017-10-31", "DATE", "2017-10-31"),
        ("10:12 16 July", "10:12 16 July", "TIME", "2017-07-16T10:12"),
        ("Wed 05 Apr 2017 Norholm", "Wed 05 Apr 2017", "DATE", "2017-04-05"),
        ("updated at Apr 232017 Norholm", "Apr 232017", "DATE", "2017-04-23"),
        ("23-02-2015 Norholm", "23-02-2015", "DATE", "2015-02-23"),
        ("died on Oct. 31", "Oct. 31", "DATE", "2017-10-31"),
        ("will meet on November 18", "November 18", "DATE", "2017-11-18"),
        ("the third quarter of 2016 ended", "the third quarter of 2016", "DATE", "2016-Q3"),
        ("in the 1990s", "the 1990s", "DATE", "199"),
        ("the 20th century", "the 20th century", "DATE", "19"),
        ("two years ago", "two years ago", "DATE", "2015"),
        ("a leak last week", "last week", "DATE", "2017-W43"),
        ("it rained on Tuesday morning", "Tuesday morning", "TIME", "2017-10-31TMO"),
        ("every Monday", "every Monday", "SET", "XXXX-WXX-1"),
        ("each year", "each year", "SET", "P1Y"),
        ("a two-year plan", "two-year", "DURATION", "P2Y"),
        ("for several months", "several months", "DURATION", "PXM"),
        ("over the past two months", "the past two months", "DURATION", "P2M"),
        ("2 1/2 years", "2 1/2 years", "DURATION", "P2Y6M"),
        ("in nineteen ninety-six", "nineteen ninety-six", "DATE", "1996"),
        ("on Christmas Eve", "Christmas Eve", "DATE", "2017-12-24"),
        ("they will leave soon", "soon", "DATE", "FUTURE_REF"),
        ("10 p.m. Wednesday", "10 p.m. Wednesday", "TIME", "2017-10-25T22:00"),
        ("at mid-afternoon yesterday", "mid-afternoon yesterday", "TIME", "2017-10-30TAF"),
        ("it shut months ago", "months ago", "DATE", "PAST_REF"),
        ("ruled for centuries", "centuries", "DURATION", "PXC"),
        ("over the past decade", "the past decade", "DURATION", "P1E"),
        ("it is building mills under a June agreement", "June", "DATE", "2017-06"),
        ("it had been scheduled to expire on Friday", "Friday", "DATE", "2017-10-27"),
        ("their share before Friday's sale is small", "Friday", "DATE", "2017-10-27"),
        ("it extended the loan through January", "January", "DATE", "2018-01"),
        ("open on Easter Monday", "Easter Monday", "DATE", "2017-04-17"),
        ("next year's first quarter", "next year's first quarter", "DATE", "2018-Q1"),
        ("profit in the 1988 quarter", "the 1988 quarter", "DATE", "1988"),
        ("a week or so ago", "a week or so ago", "DATE", "2017-W43"),
        ("a year-earlier loss", "year-earlier", "DATE", "2016"),
        ("shops shut in the morning", "the morning", "TIME", "2017-10-31TMO"),
        ("shares fell overnight", "overnight", "TIME", "2017-10-31TNI"),
        ("it rained later in the day", "later in the day", "DATE", "2017-10-31"),
        ("it may one day rise", "one day", "DATE", "FUTURE_REF"),
        ("one day is enough", "one day", "DURATION", "P1D"),
        ("it closed around Oct. 1", "around Oct. 1", "DATE", "2017-10-01"),
        ("the fair is this coming Sunday, November 5", "this coming Sunday, November 5", "DATE", "2017-11-05"),
        ("down from the previous Friday", "the previous Friday", "DATE", "2017-10-27"),
        ("sales in the year ended there", "the year", "DURATION", "P1Y"),
        ("volume was estimated at 3 million, up from Thursday", "Thursday", "DATE", "2017-10-26"),
        ("it had been due to expire on Friday", "Friday", "DATE", "2017-10-27"),
        ("it would be paid on a still unset day in January", "January", "DATE", "2018-01"),
    ],
)
def test_type_and_value(text: str, words: str, kind: str, value: str) -> None:
    assert found(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in one or two months", "P1M/P2M"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("on November 18", "XXXX-11-18"),
        ("next week", "W+1"),
    ],
)
def test_values_stay_symbolic_without_a_date(text: str, value: str) -> None:
    assert [v for _, _, v in found(text, None)] == [value]


@pytest.mark.parametrize(
    "text",
    ["Theresa Lund-May", "Mr. May spoke", "Tuesday Weld sang", "April Rowan sang", "they may march", "1950 people",
     "resolution 2254", "31 February", "13/13/2017", "the March on Norholm", "a second term", "$1990",
     "Black Friday sales", "forty years old", "three-quarters of it", "2 million a year", "soon after the vote",
     "as soon as it rains", "a quarter of the town", "a brighter tomorrow", "2017/05"],
)  # fmt: skip
def test_look_alikes_are_none(text: str) -> None:
    assert found(text) == []


def test_what_can_be_read_two_ways_is_not_guessed() -> None:
    assert found("on 03/04/2017") == [("03/04/2017", "DATE", "2017")]


def test_tense_chooses_the_year() -> None:
    assert found("It was signed on January 12.")[0][2] == "2017-01-12"
    assert found("It will be signed on January 12.")[0][2] == "2018-01-12"


def test_a_year_earlier_echoes_the_quarter_named_before() -> None:
    text = "Profit rose in the third quarter from a year earlier."
    assert [v for _, _, v in found(text)] == ["2017-Q3", "2016-Q3"]


def test_the_report_has_one_quarter_until_it_tells_nine_months() -> None:
    text = "Profit rose in the third quarter. It hired for several months."
    text += " The 2015 quarter and the quarter last year were bad."
    assert [v for _, _, v in found(text)] == ["2017-Q3", "PXM", "2015-Q3", "2016-Q3"]


def test_a_time_of_day_is_on_the_day_named_before_it() -> None:
    assert found("The fair opens Monday at 9 a.m., they say. It shut at 8 p.m. there.") == [
        ("Monday", "DATE", "2017-11-06"),
        ("9 a.m.", "TIME", "2017-11-06T09:00"),
        ("8 p.m.", "TIME", "2017-10-31T20:00"),
    ]


def test_two_days_are_both_resolved() -> None:
    (both,) = times("The fair will be held on 3 and 4 December.", published=D)
    assert (both.value, both.earliest, both.latest) == (
        "2017-12-03/2017-12-04",
        date(2017, 12, 3),
        date(2017, 12, 4),
    )


def test_a_part_of_the_day_is_of_the_day_last_named() -> None:
    assert found("On Friday he came, and in the evening he left.")[1] == ("the evening", "TIME", "2017-10-27TEV")


@given(st.text(alphabet=st.sampled_from("0123456789/-.: aMayFridnextwkof,’'"), max_size=80), st.dates())
def test_any_text_gives_spans_in_order(text: str, published: date) -> None:
    expressions = times(text, published=published)
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in expressions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(expressions))
    assert all((t.earliest is None) == (t.latest is None) for t in expressions)
