"""Watching by a clock that the test sets. Pages are read for real in the last two tests alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.intake.fetching.conftest import response

from onrecord.errors import PageError, RecordError, UsageError
from onrecord.model import Added
from onrecord.pipeline.face import Record
from onrecord.pipeline.verbs import open_record
from onrecord.pipeline.watching import Clock, Round, watch, watching
from onrecord.settings import Settings

from .conftest import START, Pages


@dataclass
class Time:
    """A clock on the wall that can be set, and one that only goes forward."""

    wall: datetime = START
    steady: float = 1000.0
    waited: list[float] = field(default_factory=list)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.go(seconds)

    def go(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += timedelta(seconds=seconds)

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.wall, steady=lambda: self.steady, wait=self.wait)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def record(tmp_path: Path, settings: Settings) -> Iterator[Record]:
    with open_record(tmp_path / "record", settings=settings) as opened:
        yield opened


def once(record: Record, time: Time) -> list[object]:
    return list(watching(record, once=True, clock=time.clock))


def empty(site: Pages, path: str) -> str:
    """A page that is found each time, and holds nothing to read."""
    site.pages[path] = response(b"")
    return site.at(path)


def test_a_source_is_asked_for_when_its_time_has_come(site: Pages, record: Record, time: Time):
    watch(record, empty(site, "/feed"), every=timedelta(minutes=30), clock=time.clock)
    for minutes, asked in ((0, 1), (20, 1), (11, 2), (29, 2)):
        time.go(60 * minutes)
        once(record, time)
        assert len(site.asked("/feed")) == asked


def test_one_that_fails_stops_no_other_and_is_asked_less_and_less_often(site: Pages, record: Record, time: Time):
    for path in ("/none", "/feed"):
        watch(record, site.at(path), every=timedelta(minutes=15), clock=time.clock)
    empty(site, "/feed")
    for _ in range(40):
        once(record, time)
        time.go(15 * 60)
    assert len(site.asked("/feed")) == 40
    assert len(site.asked("/none")) < 12
    failing = {each.url: each.failures for each in record.store.sources.all()}
    assert failing[site.at("/none")] == len(site.asked("/none"))
    assert failing[site.at("/feed")] == 0


@pytest.mark.parametrize("hours", [-1000, 1000])
def test_a_clock_that_is_set_neither_floods_nor_stops_a_run(site: Pages, record: Record, time: Time, hours: int):
    watch(record, empty(site, "/feed"), every=timedelta(minutes=15), clock=time.clock)
    rounds = (each for each in watching(record, clock=time.clock) if isinstance(each, Round))
    next(rounds)
    time.wall += timedelta(hours=hours)
    for _ in range(60):  # an hour, a minute at a time
        next(rounds)
    rounds.close()
    assert 4 <= len(site.asked("/feed")) <= 5


@pytest.mark.parametrize("hours", [-1000, 1000])
def test_a_clock_that_was_set_between_two_runs_costs_one_interval_at_most(
    site: Pages, record: Record, time: Time, hours: int
):
    watch(record, empty(site, "/feed"), every=timedelta(minutes=15), clock=time.clock)
    once(record, time)
    time.wall += timedelta(hours=hours)
    rounds = (each for each in watching(record, clock=time.clock) if isinstance(each, Round))
    for _ in range(17):
        next(rounds)
    rounds.close()
    assert 2 <= len(site.asked("/feed")) <= 3


def test_what_makes_no_sense_is_refused(record: Record, time: Time):
    with pytest.raises(UsageError, match="no web address"):
        watch(record, "feed.xml")
    with pytest.raises(UsageError, match="not possible"):
        watch(record, "https://fenn.example/feed", every=timedelta(seconds=5))
    with pytest.raises(UsageError, match="watch add"):
        once(record, time)


def test_a_second_one_on_the_same_record_is_told_so(site: Pages, record: Record, time: Time, tmp_path: Path):
    watch(record, empty(site, "/feed"), clock=time.clock)
    running = watching(record, clock=time.clock)
    next(running)
    with open_record(tmp_path / "record") as other, pytest.raises(RecordError, match="another `onrecord watch run`"):
        next(watching(other, once=True))
    running.close()
    assert once(record, time), "the lock went with the first"


STORY = (
    "The river wall will be finished by the end of the month, Mayor Tilda Rask said on Monday. It is {} metres long."
)


def test_new_and_changed_pages_are_added_and_what_changed_is_told(site: Pages, record: Record, time: Time):
    feed = site.feed(site.story("wall", STORY.format(300)))
    watch(record, feed, outlet="The Fenn Courier", clock=time.clock)
    (added,) = [each for each in once(record, time) if isinstance(each, Added)]
    assert record.article(added.article).outlet == "The Fenn Courier"
    before = record.statements(added.article)

    site.story("wall", STORY.format(800))
    time.go(3600)
    (changed,) = [each for each in once(record, time) if isinstance(each, Added)]
    assert (changed.article, changed.revises) == (added.article, added.revision)
    (revision,) = record.revisions(added.article)
    assert [change.words for change in revision.changes] == ["300 → 800 m"]
    assert [each.id for each in record.statements(added.article)] == [each.id for each in before]


def test_what_failed_for_a_while_is_asked_for_again_by_itself(site: Pages, record: Record, time: Time):
    site.pages["/wall"] = response(b"", status="503 Service Unavailable")
    watch(record, site.feed(site.at("/wall")), clock=time.clock)
    assert [type(each).__name__ for each in once(record, time) if isinstance(each, PageError)] == ["FetchLater"]
    site.story("wall", STORY.format(300))
    time.go(60)
    assert not [each for each in once(record, time) if isinstance(each, Added)], "its host is left alone"
    time.go(3600)
    assert [each.new for each in once(record, time) if isinstance(each, Added)] == [True]
    assert record.store.addresses.failures() == ()
