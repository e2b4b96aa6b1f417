from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.model import Article
from onrecord.record import Counts, SpeakerCount, Store

Add = Callable[..., Article]


def test_speakers_are_counted_across_spellings(store: Store, story: Any, add: Add) -> None:
    one, two = story.article("one", "A opens. B opens."), story.article("two", "C opens. D opens.")
    add(one, story.statement(one, "A opens", "Óskar Velten"), story.statement(one, "B opens", "Oskar Velten"))
    add(two, story.statement(two, "C opens", "OSKAR VELTEN"), story.statement(two, "D opens", "Ada Fenn"))
    oskar = SpeakerCount(name="OSKAR VELTEN", statements=3, articles=2)
    ada = SpeakerCount(name="Ada Fenn", statements=1, articles=1)
    assert store.speakers() == (oskar, ada)
    assert store.speakers("vel") == store.speakers("óskar VEL") == (oskar,)
    assert store.speakers("elten") == ()


def test_nobody_is_no_speaker(store: Store, story: Any, add: Add) -> None:
    article = story.article("one", "A opens.")
    add(article, story.statement(article, "A opens"))
    assert store.speakers() == ()


def test_counts_count(store: Store, story: Any, add: Add) -> None:
    assert store.counts() == Counts(
        captures=0, pending=0, failed=0, articles=0, revisions=0, statements=0, expectations=0, speakers=0
    )
    article = story.article("one", "A opens. B opened.")
    add(article, story.statement(article, "A opens", "Ada Fenn", kind="forecast"), story.statement(article, "B opened"))
    store.archive(story.page("two"))
    store.fail(store.archive(story.page("three")), ValueError("no"))
    assert store.counts() == Counts(
        captures=3, pending=1, failed=1, articles=1, revisions=1, statements=2, expectations=1, speakers=1
    )
