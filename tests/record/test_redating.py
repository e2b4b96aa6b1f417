"""What a change of date leaves behind: from where to where the days moved, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.model import Article, DateCandidate, Statement
from onrecord.moments import redated, weigh
from onrecord.record import Store

Add = Callable[..., Article]


def dated(day: str, where: Any = "metadata") -> DateCandidate:
    known = date.fromisoformat(day)
    return DateCandidate(value=day, earliest=known, latest=known, where=where, words=day, why="")


def opens(story: Any, article: Article) -> Statement:
    """Said on the story's own day, as the page was read."""
    due = story.due(None, None)
    statement = story.statement(article, "open in a month", kind="schedule", said_on=story.said(None), due=due)
    return redated(statement, article.date)


def test_a_page_read_again_with_another_date_says_what_moved(store: Store, story: Any, add: Add) -> None:
    first = story.article("forum", "It will open in a month.", date=weigh([dated("2031-02-01")]))
    add(first, opens(story, first), days=0)
    again = replace(first, date=weigh([dated("2031-02-10")]))
    add(again, opens(story, again), days=1)
    (change,) = store.redatings("a-forum")
    assert (change.before, change.after, change.statements) == (first.date, again.date, 1)
    (move,) = store.moves("a-forum")
    assert move.why.startswith("Read again: ")
    assert (move.said_before, move.due_after) != (None, None)
    assert store.due(since="2031-03-10", until="2031-03-10").dated[0].moves == (move,)


def test_a_page_read_again_keeps_the_date_of_its_original(store: Store, story: Any, add: Add) -> None:
    undated = story.article("forum", "It will open in a month.", date=weigh([]))
    add(undated, opens(story, undated), days=0)
    from_copy = replace(undated, date=weigh([dated("2031-02-01", "copy")]))
    store.redate(from_copy, (opens(story, from_copy),))
    add(undated, opens(story, undated), days=1)
    assert store.article("a-forum").date == from_copy.date
    assert store.statements("a-forum") == (opens(story, from_copy),)
    assert len(store.moves("a-forum")) == 1, "nothing was lost meanwhile"


def test_a_reading_that_says_the_same_moves_nothing(store: Store, story: Any, add: Add) -> None:
    article = story.article("forum", "It will open in a month.", date=weigh([dated("2031-02-01")]))
    add(article, opens(story, article), days=0)
    add(article, opens(story, article), days=1)
    assert not store.redate(article, (opens(story, article),))
    assert (store.redatings("a-forum"), store.moves("a-forum")) == ((), ())
