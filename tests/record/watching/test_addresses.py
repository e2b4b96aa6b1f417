from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onrecord.errors import FetchGone
from onrecord.model import Stated
from onrecord.record import Store, Wanted

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)
FEED = "https://fenn.example/feed"


def listed(name: str, changed: str | None = None) -> Wanted:
    stated = Stated(title=f"News of {name}")
    return Wanted(name=f"https://fenn.example/{name}", source=FEED, depth=1, stated=stated, listed=changed)


def waiting(store: Store) -> list[str]:
    return [each.wanted.name.rsplit("/", 1)[1] for each in store.addresses.waiting(0, most=10)]


def hold(store: Store, at: datetime = NOW) -> None:
    for each in store.addresses.waiting(0, most=10):
        store.addresses.held(each, at=at, etag="e")


def test_what_is_wanted_waits_with_all_that_is_known_of_it(store: Store):
    assert store.addresses.want([listed("wall"), listed("dam")], at=NOW) == ["new", "new"]
    first, _ = store.addresses.waiting(0, most=10)
    assert first.wanted == listed("wall")
    assert [each.wanted for each in store.addresses.waiting(first.number, most=10)] == [listed("dam")]


@pytest.mark.parametrize(
    ("minutes", "changed", "patient", "verdict"),
    [
        (10, None, False, "asked lately"),
        (20, None, False, "again"),
        (10, "2031-03-02", False, "again"),
        (100, None, True, "asked lately"),
        (190, None, True, "again"),
        (-90, None, False, "asked lately"),
    ],
)
def test_what_is_listed_still_is_asked_for_when_that_is_worth_it(
    store: Store, minutes: int, changed: str | None, patient: bool, verdict: str
):
    store.addresses.want([listed("wall")], at=NOW - timedelta(hours=3))
    hold(store)
    at = NOW + timedelta(minutes=minutes)
    assert store.addresses.want([listed("wall", changed)], at=at, patient=patient) == [verdict]
    assert waiting(store) == (["wall"] if verdict == "again" else [])


def test_what_a_person_names_always_waits(store: Store):
    named = Wanted(name="https://fenn.example/wall")
    store.addresses.want([named], at=NOW)
    hold(store)
    assert store.addresses.want([named], at=NOW) == ["again"]
    assert waiting(store) == ["wall"]


def test_a_failure_is_kept_until_it_succeeds(store: Store):
    store.addresses.want([listed("wall")], at=NOW)
    (address,) = store.addresses.waiting(0, most=10)
    later = NOW + timedelta(hours=1)
    store.addresses.failed(address, FetchGone(address.wanted.name, "no such page"), at=NOW, next_at=later)
    (failure,) = store.addresses.failures()
    assert (failure.error, failure.tries, failure.next_at) == ("FetchGone", 1, later)
    assert failure.problem == "https://fenn.example/wall: no such page"
    assert store.addresses.want([listed("wall")], at=NOW) == ["failed lately"]
    store.addresses.retry([failure])
    hold(store)
    assert store.addresses.failures() == ()


def test_what_a_container_listed_is_known(store: Store):
    store.addresses.want([listed(f"s{number}") for number in range(3)], at=NOW)
    hold(store)
    store.addresses.want([listed("new"), Wanted(name=FEED)], at=NOW)
    assert [each.name[-2:] for each in store.addresses.listed_in(FEED)] == ["s0", "s1", "s2"]
