"""Adding by address and watching, as a person does it, from a site on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.commands import run as onrecord
from tests.pipeline.gathering.conftest import Pages

STORY = (
    "The river wall will be finished by the end of the month, Mayor Tilda Rask said on Monday. It is {} metres long."
)
ENDING = " “Nobody asked us,” said Olin Brandt, who lives behind it."


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def site() -> Iterator[Pages]:
    made = Pages()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def settings(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text(
        'allowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.01\nlongest_wait = 0.5\nfetch_tries = 1\njobs = 1\n'
    )


def test_a_page_is_added_by_its_address_and_what_its_outlet_alters_is_told(site: Pages):
    wall = site.story("wall", STORY.format(300) + ENDING)
    done = onrecord("add", wall, site.at("/none"))
    assert (done.exit_code, "1 new page with" in done.stdout) == (1, True)
    assert "no such page" in flat(done.stderr)
    assert f"{site.at('/none')}: " in flat(onrecord("add", "--failed").stdout)

    site.story("wall", STORY.format(800))
    assert "1 changed" in onrecord("add", wall).stdout
    shown = flat(onrecord("show", wall).stdout)
    assert "figure: 300 → 800 m" in shown
    assert "quotation removed: “Nobody asked us,” said Olin Brandt" in shown
    assert "[-300-] {+800+} metres" in shown
    assert "vanished: Olin Brandt, “Nobody asked us,”" in shown
    assert "quotation removed" in flat(onrecord("history", wall).stdout)

    rows = json.loads(onrecord("show", wall, "--format", "json").stdout)
    (gone,) = [row for row in rows if row["vanished"]]
    assert "no longer in the article" in flat(onrecord("show", gone["id"]).stdout)
    page = onrecord("show", wall, "--format", "html").stdout
    assert "<del>300 </del><ins>800 </ins>" in page
    assert "Statements that are no longer in it" in page


def test_what_failed_is_tried_again_alone(site: Pages):
    onrecord("add", site.at("/wall"))
    site.story("wall", STORY.format(300))
    done = onrecord("add", "--retry")
    assert (done.exit_code, "1 new page" in done.stdout) == (0, True)
    assert "Nothing that failed" in onrecord("add", "--failed").stdout
    assert onrecord("add", "--retry", site.at("/wall")).exit_code == 2


def test_a_page_is_read_by_its_address_and_nothing_is_kept(site: Pages, tmp_path: Path):
    feed = site.feed(site.story("wall", STORY.format(300)), site.story("dam", STORY.format(500)))
    assert "Tilda Rask" in onrecord("read", site.at("/wall")).stdout
    lines = onrecord("read", feed, "--limit", "1", "--format", "json").stdout
    assert json.loads(lines)["article"]["url"] == site.at("/wall")
    dry = flat(onrecord("read", feed, "--dry-run").stdout)
    assert dry == f"fetch {site.at('/wall')} One fetch {site.at('/dam')} One"
    assert not (tmp_path / "record").exists()


def test_what_is_watched_is_listed_asked_for_and_removed(site: Pages):
    feed = site.feed(site.story("wall", STORY.format(300)))
    assert onrecord("watch", "add", feed, "--every", "soon").exit_code == 2
    assert "every 2h" in flat(onrecord("watch", "add", feed, "--every", "2h").stdout)
    assert "not asked yet" in flat(onrecord("watch", "list").stdout)
    done = onrecord("watch", "run", "--once")
    assert (done.exit_code, "new News of wall" in flat(done.stdout)) == (0, True)
    assert "asked 20" in flat(onrecord("watch", "list").stdout)
    assert onrecord("watch", "remove", feed).exit_code == 0
    assert onrecord("watch", "remove", feed).exit_code == 2
    assert "Nothing is watched" in onrecord("watch", "list").stdout


def watcher(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "onrecord", "watch", "run", "--record", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(path: str, site: Pages, times: int) -> None:
    end = time.monotonic() + 120
    while len(site.asked(path)) < times:
        assert time.monotonic() < end, f"{path} was not asked for"
        time.sleep(0.02)


def test_a_run_that_is_killed_is_gone_on_with_and_one_that_is_asked_to_ends_well(site: Pages, tmp_path: Path):
    stories = [site.story(f"s{number}", STORY.format(100 + number)) for number in range(6)]
    onrecord("watch", "add", site.feed(*stories), "--record", tmp_path / "kept")
    killed = watcher(tmp_path / "kept")
    wait_for("/s2", site, 1)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()

    running = watcher(tmp_path / "kept")
    wait_for("/s5", site, 1)
    second = onrecord("watch", "run", "--record", tmp_path / "kept")
    assert second.exit_code == 2
    assert f"process {running.pid}" in flat(second.stderr)
    assert running.stdout is not None
    assert "new page" in next(line for line in running.stdout if "page" in line)  # the round is over
    os.kill(running.pid, signal.SIGTERM)
    _, heard = running.communicate(timeout=60)
    assert (running.returncode, "Stopped watching" in heard) == (0, True)

    found = onrecord("search", "wall", "--copies", "--format", "json", "--record", tmp_path / "kept").stdout
    assert sorted({row["url"] for row in json.loads(found)}) == stories
