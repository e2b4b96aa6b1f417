from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.errors import QueryError, UsageError
from onrecord.model import Article, Entry
from onrecord.record import Store

Add = Callable[..., Article]
LINES = ("Alpha opens.", "Beta opens.", "Gamma opens.", "Delta opens.", "Eta opens.", "Zeta opens.", "Theta opened.")


@pytest.fixture
def calendar(store: Store, story: Any, add: Add) -> Store:
    article = story.article("calendar", *LINES, date=story.dated(date(2031, 3, 1)))

    def expects(name: str, earliest: date | None, latest: date | None, **due: Any) -> Any:
        window = story.due(earliest, latest, **due)
        return story.statement(article, f"{name} opens", f"{name} Velten", kind="schedule", due=window)

    add(
        article,
        expects("Alpha", date(2031, 5, 1), date(2031, 5, 31)),
        expects("Beta", date(2031, 4, 2), date(2031, 4, 2)),
        expects("Gamma", date(2031, 4, 10), None),
        expects("Delta", None, None, vague=True),
        expects("Eta", None, None),
        expects("Zeta", date(2031, 3, 2), date(2031, 3, 2)),
        replace(expects("Beta", date(2031, 4, 2), date(2031, 4, 2)), id="s-report", kind="report"),
    )
    return store


def names(found: tuple[Entry, ...]) -> list[str]:
    return [entry.words.split()[0] for entry in found]


def test_windows_are_listed_apart_by_what_is_known_of_them(calendar: Store) -> None:
    due = calendar.due(since="2031-03-15", until="2031-12")
    assert names(due.dated) == ["Beta", "Alpha"]
    assert names(due.open) == ["Gamma"]
    assert names(due.vague) == ["Delta"]
    assert names(due.undated) == ["Eta"]
    assert names(due.past) == ["Zeta"]
    assert (list(due), len(due)) == (list(due.dated), 2)


@pytest.mark.parametrize(
    ("filters", "dated", "open_"),
    [
        ({}, ["Zeta", "Beta", "Alpha"], ["Gamma"]),
        ({"before": "2031-04-02"}, ["Zeta"], []),
        ({"until": "2031-04-02"}, ["Zeta", "Beta"], []),
        ({"since": "2031-04-02", "before": "2031-05-31"}, ["Beta"], ["Gamma"]),
        ({"before": "2031-06", "until": "2031-04"}, ["Zeta", "Beta"], ["Gamma"]),
        ({"speaker": "alpha"}, ["Alpha"], []),
        ({"outlet": "fenn", "kind": "forecast"}, [], []),
    ],
)
def test_the_range_is_about_the_last_day(calendar: Store, filters: Any, dated: list[str], open_: list[str]) -> None:
    due = calendar.due(**filters)
    assert (names(due.dated), names(due.open)) == (dated, open_)


def test_a_limit_is_each_parts(calendar: Store) -> None:
    due = calendar.due(since="2031-03-15", limit=1)
    assert (names(due.dated), names(due.open), names(due.past)) == (["Beta"], ["Gamma"], ["Zeta"])
    with pytest.raises(QueryError, match="less than 0"):
        calendar.due(limit=-1)


def test_what_is_told_again_falls_due_once(store: Store, story: Any, add: Add) -> None:
    article = story.article("twice", "He hopes it opens in May.", "It opens in May, he said.")
    window = story.due(date(2031, 5, 1), date(2031, 5, 31))
    told = story.statement(article, "It opens in May", "Ada Fenn", kind="forecast", due=window)
    again = story.statement(article, "it opens in May", "Ada Fenn", kind="forecast", due=window, restates=told.id)
    add(article, told, again)
    assert [entry.statement for entry in store.due()] == [told]


@pytest.mark.parametrize(
    ("kind", "window"),
    [
        ("forecast", (date(2031, 6, 1), date(2031, 6, 30))),
        ("forecast", (date(2031, 6, 1), None)),
        ("forecast", (date(2031, 4, 1), date(2031, 4, 30))),
        ("report", (date(2031, 5, 1), date(2031, 5, 31))),
    ],
)
def test_another_window_or_no_expectation_hides_nothing(
    store: Store, story: Any, add: Add, kind: str, window: tuple[date, date | None]
) -> None:
    article = story.article("apart", "The gate opens in May.", "The bridge opens later, he said.")
    other = story.statement(article, "The bridge opens later", "Ada Fenn", kind=kind, due=story.due(*window))
    may = story.due(date(2031, 5, 1), date(2031, 5, 31))
    gate = story.statement(article, "The gate opens in May", "Ada Fenn", kind="forecast", due=may, restates=other.id)
    add(article, other, gate)
    assert gate in [entry.statement for entry in store.due()]


@pytest.mark.parametrize("window", [(date(2031, 5, 31), date(2031, 6, 30)), (date(2031, 5, 1), None)])
def test_windows_that_meet_are_one(store: Store, story: Any, add: Add, window: tuple[date, date | None]) -> None:
    article = story.article("meet", "It opens in May.", "It opens by then, he said.")
    told = story.statement(article, "It opens by then", "Ada Fenn", kind="forecast", due=story.due(*window))
    may = story.due(date(2031, 5, 1), date(2031, 5, 31))
    again = story.statement(article, "It opens in May", "Ada Fenn", kind="forecast", due=may, restates=told.id)
    add(article, told, again)
    due = store.due()
    assert [entry.statement for entry in (*due.dated, *due.open)] == [told]


def test_what_restates_words_without_a_window_is_not_lost(store: Store, story: Any, add: Add) -> None:
    article = story.article("once", "He hopes it opens in May.", "We will open, he said.")
    told = story.statement(article, "We will open", "Ada Fenn", kind="forecast")
    window = story.due(date(2031, 5, 1), date(2031, 5, 31))
    again = story.statement(article, "it opens in May", "Ada Fenn", kind="forecast", due=window, restates=told.id)
    add(article, told, again)
    assert [entry.statement for entry in store.due()] == [again]


def test_a_changed_page_falls_due_by_what_it_says_now(store: Store, story: Any, add: Add) -> None:
    for day, month in enumerate((5, 6)):
        article = story.article("moved", f"It opens in month {month}.")
        window = story.due(date(2031, month, 1), date(2031, month, 1))
        add(
            article,
            story.statement(article, f"opens in month {month}", kind="schedule", due=window),
            data=b"%d" % day,
            days=day,
        )
    assert [entry.words for entry in store.due()] == ["opens in month 6"]


def test_more_fall_due_than_the_database_takes_parameters(store: Store, story: Any, add: Add) -> None:
    lines = [f"Gate {i:04} opens." for i in range(1200)]
    article = story.article("gates", *lines)
    window = story.due(date(2031, 5, 1), date(2031, 5, 1))
    add(article, *(story.statement(article, line[:-1], kind="schedule", due=window) for line in lines))
    assert len(store.due(until="2031")) == 1200


def test_what_makes_no_sense_is_told(store: Store) -> None:
    with pytest.raises(QueryError, match="is no day"):
        store.due(before="next month")
    with pytest.raises(UsageError, match="no filter 'from_'"):
        store.due(from_="2031")  # type: ignore[call-arg]  # the slip is the point
    with pytest.raises(QueryError, match="the range ends too early"):
        store.due(since="2032", until="2031-12")
    with pytest.raises(QueryError, match="no day before 0001"):
        store.due(before="0001-01-01")
