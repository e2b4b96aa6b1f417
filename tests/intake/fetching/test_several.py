import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.intake.fetching.conftest import Makes, Site, response

from onrecord.errors import FetchError, FetchGone, FetchRefused
from onrecord.intake.fetching import Ask, Fetched, Fetcher, Outcome, Repeated, Unchanged

HOSTS = [f"h{n}.test" for n in range(6)]


@pytest.fixture
def many(fetcher_of: Makes, names: dict[str, list[str]]) -> Fetcher:
    names |= {host: ["127.0.0.1"] for host in HOSTS}
    return fetcher_of(allowed_hosts=(".test",), host_delay=0.02, fetch_jobs=4)


def test_each_ask_has_one_outcome(many: Fetcher, site: Site):
    site.pages |= {"/a": response(), "/b": response(b"", status="304 Same")}
    asks = [
        Ask(url=site.url(path, host=host), etag='"1"', about=(host, path))
        for path in ("/a", "/b", "/c")
        for host in HOSTS
    ]
    asks += [Ask(url=site.url("/a#again", host=HOSTS[0])), Ask(url="http://127.1/"), Ask(url="nonsense")]
    outcomes = list(many.fetch_each(asks))
    assert Counter(id(outcome.ask) for outcome in outcomes) == Counter(map(id, asks))
    kinds = Counter(type(outcome.result) for outcome in outcomes)
    assert kinds == {Fetched: 6, Unchanged: 6, FetchGone: 6, Repeated: 1, FetchRefused: 2}


def test_hosts_go_side_by_side_and_each_keeps_its_pause(many: Fetcher, site: Site):
    site.pages |= {f"/{n}": response() for n in range(6)}
    outcomes = list(many.fetch_each(Ask(url=site.url(f"/{n}", host=host)) for host in HOSTS for n in range(6)))
    assert all(isinstance(outcome.result, Fetched) for outcome in outcomes)
    for host in HOSTS:
        times = [request.at for request in site.requests if request.headers["host"].startswith(host)]
        assert len(times) == 7
        assert all(later - earlier >= 0.02 for earlier, later in pairwise(times))
    paths = [request.headers["host"] for request in site.requests[:12]]
    assert len(set(paths)) >= 4


def test_a_slow_host_holds_nobody_else_up(many: Fetcher, site: Site):
    site.pages |= {"/slow": lambda *_: time.sleep(0.8), "/a": response()}
    asks = [Ask(url=site.url("/slow", host=HOSTS[0])), *(Ask(url=site.url("/a", host=host)) for host in HOSTS[1:])]
    outcomes = list(many.fetch_each(asks))
    assert outcomes[-1].ask is asks[0]
    assert isinstance(outcomes[-1].result, FetchError)


def test_asks_are_taken_as_they_are_needed(many: Fetcher, site: Site):
    taken = 0

    def endless() -> Iterator[Ask]:
        nonlocal taken
        while True:
            taken += 1
            yield Ask(url=site.url(f"/{taken}", host=HOSTS[taken % 6]))

    outcomes = many.fetch_each(endless())
    first = [next(outcomes) for _ in range(5)]
    assert all(isinstance(outcome, Outcome) for outcome in first)
    assert taken <= 2_010


def test_leaving_early_ends_soon(many: Fetcher, site: Site):
    site.pages |= {"/slow": lambda *_: time.sleep(5), "/a": response()}
    asks = [Ask(url=site.url("/a", host=HOSTS[0])), Ask(url=site.url("/slow", host=HOSTS[1]))]
    outcomes = iter(many.fetch_each(asks))
    next(outcomes)
    start = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.monotonic() - start < 3
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("fetching")]


def test_nothing_asked_is_nothing_done(many: Fetcher):
    assert list(many.fetch_each([])) == []


def test_what_came_before_is_in_no_round_twice(many: Fetcher, site: Site):
    site.pages["/a"] = response()
    ask = Ask(url=site.url("/a", host=HOSTS[0]))
    for _ in range(2):
        assert [type(outcome.result) for outcome in many.fetch_each([ask, ask])] == [Repeated, Fetched]
