from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.model import Article
from onrecord.moments import redated
from onrecord.record import Store

Add = Callable[..., Article]


def test_moves_stand_with_their_statement_wherever_it_is_found(store: Store, story: Any, add: Add) -> None:
    article = story.article("forum", "It will open in a month. It is cold.", date=story.dated(date(2031, 2, 1)))
    opens = redated(
        story.statement(
            article, "open in a month", "Ada Fenn", kind="schedule", said_on=story.said(None), due=story.due(None, None)
        ),
        article.date,
    )
    cold = story.statement(article, "It is cold", "Ada Fenn")
    add(article, opens, cold)
    assert store.moves("a-forum") == store.statement(opens.id).moves == ()
    later = replace(article, date=story.dated(date(2031, 3, 1)))
    store.redate(later, (redated(opens, later.date), cold), why="a copy says so")
    (move,) = store.moves("a-forum")
    assert (move.statement, move.why, move.decision) == (opens.id, "a copy says so", None)
    assert move.due_before is not None
    assert move.due_after is not None
    assert (move.due_before.latest, move.due_after.latest) == (date(2031, 3, 1), date(2031, 4, 1))
    (due,) = store.due()
    assert due.moves == store.statement(opens.id).moves == (move,)
    assert [(e.statement.id, e.moves) for e in store.search("open")] == [(opens.id, (move,))]
    assert [e.moves for e in store.search("cold")] == [()]


def test_another_revision_has_moves_of_its_own(store: Store, story: Any, add: Add) -> None:
    article = story.article("forum", "It is cold.", date=story.dated(date(2031, 2, 1)))
    cold = redated(story.statement(article, "It is cold", said_on=story.said(None)), article.date)
    add(article, cold, data=b"1", days=0)
    later = replace(article, date=story.dated(date(2031, 3, 1)))
    store.redate(later, (redated(cold, later.date),))
    assert len(store.moves("a-forum")) == 1
    add(replace(article, text=article.text + " Very.", revision="r2"), cold, data=b"2", days=1)
    assert store.moves("a-forum") == ()
    assert store.moves("a-none") == ()
