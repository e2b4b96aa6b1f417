from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.errors import NotInRecord, RecordError
from onrecord.model import Added, Article, StoryDate
from onrecord.record import Store

Add = Callable[..., Article]


def test_the_same_page_twice_changes_nothing(store: Store, story: Any) -> None:
    article = story.article("forum", "The forum opens on Monday, she said.")
    reading = story.reading(article, story.statement(article, "The forum opens on Monday", "Ada Fenn"))
    first = store.archive(story.page("forum", days=None))
    assert store.put(reading, first).new
    before = store.counts()
    again = store.archive(replace(story.page("forum", days=None), name="another-name.html"))
    assert again == first
    assert store.put(reading, again) == Added(
        article=article.id, revision=article.revision, statements=1, new=False, known=True
    )
    assert store.counts() == before


def test_a_changed_page_is_a_new_revision_and_the_old_one_is_kept(store: Store, story: Any, add: Add) -> None:
    old = story.article("forum", "The forum opens on Monday.")
    new = story.article("forum", "The forum opens on Friday.")
    add(old, story.statement(old, "opens on Monday"), data=b"1", days=0)
    add(new, story.statement(new, "opens on Friday"), data=b"2", days=1)
    assert store.article("a-forum") == new
    assert store.revisions("a-forum") == (new, old)
    assert [e.words for e in store.search("opens")] == ["opens on Friday"]
    assert store.search("Monday") == ()
    assert (store.counts().articles, store.counts().revisions, store.counts().statements) == (1, 2, 1)


def test_an_older_capture_that_arrives_later_stays_older(store: Store, story: Any, add: Add) -> None:
    new = add(story.article("forum", "Opens on Friday."), data=b"2", days=1)
    add(story.article("forum", "Opens on Monday."), data=b"1", days=0)
    assert store.article("a-forum") == new


def test_a_page_that_goes_back_to_what_it_said_is_current_again(store: Store, story: Any, add: Add) -> None:
    old, new = story.article("forum", "Opens on Monday."), story.article("forum", "Opens on Friday.")
    said = story.statement(old, "Opens on Monday")
    add(old, said, data=b"1", days=0)
    add(new, data=b"2", days=1)
    assert store.search("Monday") == ()
    add(old, said, data=b"1", days=2)
    assert store.article("a-forum") == old
    assert [e.words for e in store.search("Monday")] == ["Opens on Monday"]
    assert len(store.revisions("a-forum")) == 2


def test_a_date_that_a_person_gave_outranks_a_newer_capture(store: Store, story: Any, add: Add) -> None:
    day = date(2031, 2, 1)
    dated = story.article("forum", "Opens.", date=story.dated(day))
    add(dated, published=day, days=0)
    add(replace(dated, date=StoryDate()), days=5)
    assert store.article("a-forum").date.earliest == day


def test_a_capture_that_was_never_archived_is_refused(store: Store, story: Any) -> None:
    capture = replace(store.archive(story.page("forum")), digest="0" * 64)
    with pytest.raises(NotInRecord, match="never archived"):
        store.put(story.reading(story.article("forum", "Opens.")), capture)
    assert store.counts().articles == 0


def test_a_reading_that_cannot_be_kept_leaves_nothing_half_done(store: Store, story: Any) -> None:
    article = story.article("forum", "Opens.")
    twice = story.statement(article, "Opens")
    capture = store.archive(story.page("forum"))
    with pytest.raises(RecordError, match="nothing was changed"):
        store.put(story.reading(article, twice, twice), capture)
    assert store.counts().articles == 0
    assert store.pending() == (capture,)


def test_a_new_date_moves_the_windows_and_is_noted(store: Store, story: Any, add: Add) -> None:
    undated = story.article("forum", "It will open in a month. It is cold.", date=StoryDate(status="disputed"))
    opens = story.statement(undated, "open in a month", "Ada Fenn", kind="schedule", due=story.due(None, None))
    cold = story.statement(undated, "It is cold", "Ada Fenn")
    add(undated, opens, cold)
    dated = replace(undated, date=replace(story.dated(date(2031, 3, 1)), why="a dated copy says so"))
    moved = replace(opens, due=story.due(date(2031, 4, 1), date(2031, 4, 1)))

    assert store.redate(dated, (moved, cold))
    assert store.article("a-forum") == dated
    assert [e.statement for e in store.due(since="2031-04")] == [moved]
    assert len(store.search("open", since="2031-03-01", until="2031-03-01")) == 1
    (note,) = store.redatings("a-forum")
    assert (note.before, note.after, note.statements) == (undated.date, dated.date, 1)
    assert note.why == "a dated copy says so"

    assert not store.redate(dated, (moved, cold), why="again")
    assert len(store.redatings("a-forum")) == 1


def test_what_is_not_there_cannot_be_redated(store: Store, story: Any) -> None:
    with pytest.raises(NotInRecord, match="no such article"):
        store.redate(story.article("forum", "Opens."), ())


def test_an_odd_text_is_kept_and_found(store: Store, story: Any, add: Add) -> None:
    article = story.article("odd", "The forum\0 opens \ud800 today, she said.", title="Odd\0 title\ud800")
    add(article, story.statement(article, "forum\0 opens \ud800 today", "Ada\0 Fenn\ud83d"), outlet="\udcff")
    (entry,) = store.search("forum opens", speaker="fenn")
    assert entry.words == "forum\0 opens \ufffd today"
    assert store.article(article.id).text == article.text.replace("\ud800", "\ufffd")
