from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from onrecord.errors import NotInRecord
from onrecord.record import Store, Watched

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)
FEED = Watched(
    url="https://fenn.example/feed", outlet="The Fenn Courier", every=timedelta(minutes=30), since=date(2031, 2, 22),
    added_at=NOW,
)  # fmt: skip


def test_what_is_watched_is_kept_and_given_anew(store: Store):
    assert store.sources.add(FEED)
    assert store.sources.all() == (FEED,)
    often = replace(FEED, every=timedelta(minutes=5), added_at=NOW + timedelta(days=1))
    assert not store.sources.add(often)
    assert store.sources.all() == (replace(often, added_at=NOW),)


def test_failures_in_a_row_are_counted(store: Store):
    store.sources.add(FEED)
    for failures, problem in ((1, "busy"), (2, "gone"), (0, None)):
        store.sources.asked(FEED.url, at=NOW, problem=problem)
        (found,) = store.sources.all()
        assert (found.failures, found.problem, found.asked_at) == (failures, problem, NOW)


def test_what_is_removed_is_watched_no_longer(store: Store):
    store.sources.add(FEED)
    store.sources.remove(FEED.url)
    assert store.sources.all() == ()
    with pytest.raises(NotInRecord, match="not watched"):
        store.sources.remove(FEED.url)
