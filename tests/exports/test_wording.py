from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import wording
from onrecord.model import Article, DateCandidate, Due, Figure, Moment, Move, SaidOn, Span, Speaker, StoryDate, Where

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


def days(earliest: date | None, latest: date | None) -> Moment:
    return Moment(earliest=earliest, latest=latest)


FIRST = Move(
    statement="s1",
    at=datetime(2031, 3, 1, tzinfo=UTC),
    why="It is a copy.",
    said_before=None,
    said_after=days(date(2031, 2, 1), date(2031, 2, 1)),
    due_before=None,
    due_after=Moment(earliest=date(2031, 3, 1), latest=date(2031, 3, 1), precision="month"),
)
THEN = replace(
    FIRST,
    why="Fixed by N.",
    said_before=FIRST.said_after,
    said_after=days(date(2031, 2, 9), date(2031, 2, 9)),
    due_before=FIRST.due_after,
    due_after=days(date(2031, 3, 9), None),
)
BACK = replace(
    THEN, why="N. undid d1.", said_before=THEN.said_after, said_after=None, due_before=THEN.due_after, due_after=None
)


def test_what_moved_is_told_from_where_it_was_at_first_with_the_last_reason():
    assert wording.moved([]) == ""
    assert wording.moved([FIRST]) == "due from no day; said from no day. It is a copy."
    assert wording.moved([FIRST, THEN]) == "due from no day; said from no day, in 2 steps. Fixed by N."
    assert wording.moved([THEN], due_only=True) == "due from about 1 Mar 2031. Fixed by N."
    assert wording.moved([FIRST, THEN, BACK]) == "", "it is back where it was"
    assert wording.moved([replace(FIRST, due_after=None)], due_only=True) == ""


def test_each_step_is_told_from_where_to_where():
    first, then = wording.steps([FIRST, THEN])
    assert first == "due no day → about 1 Mar 2031; said no day → 1 Feb 2031. It is a copy."
    assert then == "due about 1 Mar 2031 → from 9 Mar 2031, no end; said 1 Feb 2031 → 9 Feb 2031. Fixed by N."


def test_a_date_that_a_person_decided_says_so():
    fixed = DateCandidate(value="2031", earliest=None, latest=None, where="given", words="", why="", decision="d1")
    day = date(2031, 2, 1)
    stated = StoryDate(status="stated", earliest=day, latest=day, candidates=(fixed,))
    assert wording.story_date(stated) == "1 Feb 2031 (fixed by a person)"
    assert wording.story_date(replace(stated, candidates=())) == "1 Feb 2031 (stated)"
    assert "a person decided" in wording.story_date(StoryDate(candidates=(fixed,)))


def test_every_place_of_a_date_has_a_name():
    assert set(wording.WHERE) == set(get_args(Where))


def test_a_window_that_no_day_fits_says_so_rather_than_wait_for_a_date():
    due = Due(span=Span(0, 1), value="../2030", anchor="absolute", earliest=None, latest=None, precision="year")
    said = SaidOn(value=None, earliest=DAY, latest=DAY, span=None)
    assert wording.window(due, said) == wording.OVER
    assert wording.window(due, replace(said, earliest=None, latest=None)) == "no days until the story has a date"
    assert wording.window(replace(due, vague=True), said) == "no day given"
