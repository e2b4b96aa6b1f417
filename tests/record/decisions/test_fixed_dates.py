from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.model import Article, Decision
from onrecord.moments import weigh
from onrecord.record.decisions.fixed_dates import VERB, checked

DECIDED = Decision(
    id="d7",
    at=datetime(2031, 3, 1, 12, tzinfo=UTC),
    who="N. Fenn",
    verb="fix date",
    target="a",
    before="disputed",
    after="2031-02-10",
    note="it is on the printed page.",
)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("2017-11-15", "2017-11-15"),
        (" 2017-1-5 ", "2017-01-05"),
        ("2017-11", "2017-11"),
        ("2017", "2017"),
        ("Unknown", "unknown"),
    ],
)
def test_dates_that_can_be_fixed(asked: str, kept: str):
    assert checked(asked) == kept


@pytest.mark.parametrize(
    "asked", ["", "soon", "2017-02-30", "13/13/2017", "2017-13", "0000", "99999", "1066", "2017-11-15T10:00", "٢٠١٧"]
)
def test_what_is_no_date_of_a_story_is_refused(asked: str):
    with pytest.raises(UsageError, match=r"2017-11-15|1600"):
        checked(asked)


@given(st.text(max_size=20))
def test_anything_is_a_date_or_refused(asked: str):
    try:
        kept = checked(asked)
    except UsageError:
        return
    assert checked(kept) == kept


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_fixed_date_is_what_stands_then(day: date, sharp: int):
    after = day.isoformat()[:sharp]
    article = Article(id="a", revision="r", url=None, title="", text="It is cold.", date=weigh(()))
    fixed = VERB.laid(article, replace(DECIDED, after=checked(after)))
    assert VERB.stands(fixed) == after
    assert fixed.date.earliest is not None
    assert fixed.date.latest is not None
    assert fixed.date.earliest <= day <= fixed.date.latest
    assert VERB.cleared(fixed) == article


def test_the_reason_names_who_when_and_why(disputed: Article):
    fixed = VERB.laid(disputed, DECIDED).date
    assert fixed.why == "Fixed by N. Fenn on 2031-03-01: it is on the printed page."
    assert fixed.candidates[:-1] == disputed.date.candidates
    assert (fixed.candidates[-1].where, fixed.candidates[-1].decision) == ("given", "d7")
    assert VERB.words(DECIDED) == "fixed the date as 2031-02-10"
    unknown = replace(DECIDED, after="unknown", note="")
    assert VERB.laid(disputed, unknown).date.why == "Said to be unknown by N. Fenn on 2031-03-01."
    assert "can’t be known" in VERB.words(unknown)


def test_what_stood_before_is_told_in_the_same_notation(
    story: Any, disputed: Article, candidate: Callable[..., Any]
) -> None:
    assert VERB.stands(disputed) == "disputed"
    dated = story.article("x", "Cold.", date=weigh([candidate("2031-02-01", "metadata")]))
    assert VERB.stands(dated) == "2031-02-01"
    spread = story.article("y", "Cold.", date=story.dated(date(2031, 2, 1), date(2031, 2, 3)))
    assert VERB.stands(spread) == "2031-02-01/2031-02-03"
