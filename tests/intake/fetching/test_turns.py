import threading
import time
from itertools import pairwise

import pytest

from onrecord.errors import FetchLater
from onrecord.intake.fetching.turns import Turns

URL = "http://news.example/"


def test_one_at_a_time_with_a_pause_after_each():
    turns, spans = Turns(longest=5), list[tuple[float, float]]()

    def ask() -> None:
        with turns.turn("news.example", URL, pause=0.05):
            begin = time.monotonic()
            time.sleep(0.02)
            spans.append((begin, time.monotonic()))

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spans.sort()
    assert len(spans) == 5
    assert all(begin >= end + 0.05 for (_, end), (begin, _) in pairwise(spans))


def test_other_hosts_do_not_wait():
    turns = Turns(longest=5)
    with turns.turn("a.example", URL, pause=5), turns.turn("b.example", URL, pause=5):
        assert turns.wait("c.example") == 0
    assert turns.wait("a.example") > 4


def test_nobody_waits_too_long():
    turns = Turns(longest=1)
    turns.leave_alone("news.example", 60)
    start = time.monotonic()
    with pytest.raises(FetchLater, match="another 60 seconds"), turns.turn("news.example", URL, pause=0):
        pass
    assert time.monotonic() - start < 0.5


def test_the_pause_comes_after_a_failure_too():
    turns = Turns(longest=1)
    with pytest.raises(KeyError), turns.turn("news.example", URL, pause=0.5):
        raise KeyError
    assert turns.wait("news.example") > 0.3


def test_stopping_wakes_whoever_waits():
    turns = Turns(longest=60)
    turns.leave_alone("news.example", 30)
    threading.Timer(0.1, turns.stop).start()
    start = time.monotonic()
    with pytest.raises(FetchLater, match="stopped"), turns.turn("news.example", URL, pause=0):
        pass
    assert time.monotonic() - start < 5


def test_hosts_that_may_be_asked_again_are_forgotten():
    turns = Turns(longest=1)
    for n in range(9_000):
        with turns.turn(f"h{n}.example", URL, pause=0):
            pass
    assert len(turns._hosts) <= 4_096
