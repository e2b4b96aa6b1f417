from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import wording
from onrecord.model import Article, Due, Figure, Span, Speaker

DAY = date(2031, 10, 31)


@pytest.mark.parametrize(
    ("earliest", "latest", "says"),
    [
        (DAY, DAY, "31 Oct 2031"),
        (date(2031, 10, 1), DAY, "1 – 31 Oct 2031"),
        (date(2031, 9, 30), DAY, "30 Sep – 31 Oct 2031"),
        (date(2030, 12, 31), DAY, "31 Dec 2030 – 31 Oct 2031"),
        (DAY, None, "from 31 Oct 2031, no end"),
        (None, DAY, "up to 31 Oct 2031"),
        (None, None, ""),
    ],
)
def test_days_read_as_people_write_them(earliest: date | None, latest: date | None, says: str):
    assert wording.days(earliest, latest) == says


def test_a_day_reckoned_in_years_is_never_a_sharp_one():
    due = Due(span=Span(0, 1), value="P4Y", anchor="said_on", earliest=DAY, latest=DAY, precision="year")
    assert wording.window(due) == "about 31 Oct 2031"


def test_a_window_that_is_vague_or_unresolved_says_so():
    vague = Due(
        span=Span(0, 1), value="FUTURE_REF", anchor="said_on", earliest=None, latest=None, precision="day", vague=True
    )
    assert wording.window(vague) == "no day given"


@pytest.mark.parametrize(
    ("speaker", "says"),
    [
        (Speaker(name="Tilda Rask"), "Tilda Rask"),
        (Speaker(anonymous=True, description="a source"), "a source (not named)"),
        (Speaker(alternatives=("A", "B")), "not known: A or B?"),
        (Speaker(), "not known"),
    ],
)
def test_a_speaker_is_named_only_where_known(speaker: Speaker, says: str):
    assert wording.who(speaker) == says


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        (Figure(span=Span(0, 1), low=58, high=None, noun="people"), "at least 58 people"),
        (Figure(span=Span(0, 1), low=None, high=5000, noun="men"), "up to 5,000 men"),
        (Figure(span=Span(0, 1), low=3, high=5.5, unit="percent"), "3 to 5.5 %"),
        (Figure(span=Span(0, 1), low=2e9, high=2e9, unit="USD", approximate=True), "about 2,000,000,000 USD"),
    ],
)
def test_figures_keep_their_bounds(figure: Figure, says: str):
    assert wording.figure(figure) == says


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_can_be_written(value: float):
    assert wording.number(value)


def test_a_story_without_a_title_goes_by_its_first_words():
    body = "The wall at Dunmere stands, and it will stand for years."
    untitled = Article(id="a", revision="r", url=None, title="", text=body)
    assert wording.title(untitled) == "The wall at Dunmere stands, and it …"
    assert wording.title(Article(id="a", revision="r", url=None, title="", text="")) == "no title"
