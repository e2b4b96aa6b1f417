from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from onrecord.errors import QueryError, UsageError
from onrecord.model import Article, Entry
from onrecord.record import Store

Add = Callable[..., Article]


@pytest.fixture
def shelf(store: Store, story: Any, add: Add) -> Store:
    """Three articles by two outlets, one of them without any date."""
    march, june = date(2031, 3, 4), date(2031, 6, 1)
    forum = story.article(
        "forum", "The forum will open in Brovna.", "Café owners are glad.", "A march is near.", date=story.dated(march)
    )
    add(
        forum,
        story.statement(
            forum,
            "The forum will open in Brovna",
            "Óskar Velten",
            kind="schedule",
            due=story.due(date(2031, 4, 1), date(2031, 4, 30)),
        ),
        story.statement(
            forum, "Café owners are glad", "Ada Fenn", kind="assessment", said_on=story.said(date(2031, 3, 2))
        ),
        story.statement(forum, "A march is near", stance="reports", kind="forecast"),
    )
    later = story.article("later", "No forum was held.", outlet="Brovna Radio", date=story.dated(june))
    add(later, story.statement(later, "No forum was held", "Ада Фенн", kind="denial"))
    undated = story.article("undated", "Forum forum forum.", title="", outlet=None)
    add(undated, story.statement(undated, "Forum forum forum", "Jon Veltenson"))
    return store


def words(found: tuple[Entry, ...]) -> list[str]:
    return [entry.words for entry in found]


FORUM, CAFE, MARCH = "The forum will open in Brovna", "Café owners are glad", "A march is near"
HELD, THRICE = "No forum was held", "Forum forum forum"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brovna forum", {FORUM}),
        ("CAFE", {CAFE}),
        ('"forum will"', {FORUM}),
        ('"will forum"', set()),
        ("own*", {CAFE}),
        ("own", set()),
        ("velten", {FORUM}),
        ("ada", {CAFE, HELD}),
        ("later", {HELD}),
    ],
)
def test_words_are_found_in_content_speaker_and_title(shelf: Store, query: str, found: set[str]) -> None:
    assert set(words(shelf.search(query))) == found
    assert shelf.matches(query) == len(found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"speaker": "OSKAR"}, [FORUM]),
        ({"speaker": "velten"}, [FORUM]),
        ({"speaker": "velten*"}, [FORUM, THRICE]),
        ({"speaker": "Ada Fenn"}, [CAFE, HELD]),
        ({"speaker": "fenn oskar"}, []),
        ({"kind": "schedule"}, [FORUM]),
        ({"kind": ("forecast", "denial")}, [MARCH, HELD]),
        ({"stance": "reports"}, [MARCH]),
        ({"outlet": "courier"}, [CAFE, FORUM, MARCH]),
        ({"outlet": "brovna radio"}, [HELD]),
        ({"since": "2031-03-03"}, [FORUM, MARCH, HELD]),
        ({"since": "2031-03", "until": "2031-03"}, [CAFE, FORUM, MARCH]),
        ({"since": "2031", "until": date(2031, 3, 2)}, [CAFE]),
        ({"due_before": "2031-05"}, [FORUM]),
        ({"due_before": "2031-04-30"}, []),
        ({"due_since": "2031-04-30", "due_until": "2031-04"}, [FORUM]),
        ({"speaker": None, "kind": None, "since": None, "due_before": None}, [CAFE, FORUM, MARCH, HELD, THRICE]),
        ({"in_headline": True}, []),
    ],
)
def test_filters_narrow(shelf: Store, filters: Any, found: list[str]) -> None:
    got = words(shelf.search(**filters))
    assert sorted(got) == sorted(found)
    # by said, what has no day last
    order = {CAFE: 1, FORUM: 2, MARCH: 2, HELD: 3, THRICE: 4}
    assert [order[w] for w in got] == sorted(order[w] for w in got)
    assert shelf.matches(**filters) == len(found)


def test_words_and_filters_combine(shelf: Store) -> None:
    assert words(shelf.search("forum", speaker="fenn", since="2031-05")) == [HELD]
    assert words(shelf.search("forum", outlet="courier", kind="schedule", due_before="2032")) == [FORUM]


def test_the_match_is_marked(shelf: Store) -> None:
    assert shelf.search("brovna forum")[0].snippet == "The [forum] will open in [Brovna]"
    assert shelf.search(kind="denial")[0].snippet == ""


def test_the_best_match_comes_first_and_pages_are_stable(shelf: Store) -> None:
    whole = words(shelf.search("forum"))
    assert whole[0] == THRICE
    assert [words(shelf.search("forum", limit=1, offset=i))[0] for i in range(5)] == whole
    assert shelf.search("forum", offset=5) == ()
    assert words(shelf.search("forum", limit=None)) == whole


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"kind": "forcast"}, "no kind 'forcast'; there are forecast"),
        ({"stance": "denies"}, "no stance"),
        ({"since": "soon"}, "is no day"),
        ({"limit": -1}, "less than 0"),
        ({"speaker": "!"}, "no letter or number"),
        ({"query": 'the "forum'}, "never closed"),
        ({"since": "2032", "until": "2031-12"}, "the range ends too early"),
    ],
)
def test_what_makes_no_sense_is_told(shelf: Store, asked: Any, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        shelf.search(**asked)


def test_a_filter_that_does_not_exist_is_refused(shelf: Store) -> None:
    with pytest.raises(UsageError, match="no filter 'speeker'"):
        shelf.search(speeker="Velten")  # type: ignore[call-arg]  # the slip is the point


@pytest.mark.parametrize(
    "typed", ["'; DROP TABLE statements; --", "content:forum", "forum NEAR brovna", "{a b}: c", "^forum"]
)
def test_syntax_is_only_words(shelf: Store, typed: str) -> None:
    shelf.search(typed)
    assert shelf.counts().statements == 5
