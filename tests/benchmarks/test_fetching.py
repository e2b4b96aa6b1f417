import subprocess
import sys
from collections import Counter

import pytest
from benchmarks.fetching import HOSTS, KINDS, expected, plan, table
from tests.conftest import ROOT

from onrecord.intake.fetching import Ask


@pytest.fixture
def asks() -> list[Ask]:
    return list(plan(HOSTS + 40, 80))


def test_the_plan_has_something_of_everything(asks: list[Ask]):
    assert {ask.about for ask in asks} == set(KINDS)
    assert len({ask.url for ask in asks}) == len(asks)


def test_a_lost_outcome_a_double_and_a_hasty_request_are_seen(asks: list[Ask]):
    outcomes = [(ask, KINDS[str(ask.about)]) for ask in asks]
    log = [("h0.test", path, n * 0.06) for n, path in enumerate(["/robots.txt", *expected(asks).elements()])]
    fair = "\n".join(table(outcomes, log, asks))
    assert f"accounted for   {len(asks)} of {len(asks)}" in fair
    assert "least pause     60.0 ms of 50 ms" in fair
    unfair = "\n".join(table([*outcomes[1:], outcomes[1]], [*log, log[1], ("h0.test", "/x", 0.07)], asks))
    assert f"accounted for   {len(asks) - 2} of {len(asks)}" in unfair
    assert "; 0 asked for that should not be" in fair
    assert "; 2 asked for that should not be" in unfair
    assert "least pause     0.0 ms" in unfair


def test_a_small_run_loses_nothing():
    command = [sys.executable, str(ROOT / "benchmarks" / "fetching.py"), "--urls", str(HOSTS + 50)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = dict(line.split(maxsplit=1) for line in told.splitlines()[:2] if line)
    assert lines["accounted"].startswith(f"for   {HOSTS + 50} of {HOSTS + 50} ")
    paths = Counter(told.split("asked as often  ")[1].split(" paths")[0].split(" of "))
    assert len(paths) == 1  # as many as there are
