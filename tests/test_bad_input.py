"""Bad input as a person meets it: through the commands, and never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text
from tests.commands import run

import onrecord
from onrecord import intake, settings
from onrecord.cli.terminal import SafeConsole, shown
from onrecord.errors import PageError, UsageError
from onrecord.model import Page
from onrecord.pipeline.given import is_folder
from onrecord.pipeline.run import read_page
from onrecord.record import Counts, open_store
from onrecord.settings import Settings

STORY = """{place} river wall nearly done

The river wall at {place} will be finished by October 31, Mayor Tilda Rask said on Monday.

“We have the stone, and we have the people,” Rask told a meeting in the town hall. “It is a good wall.”

Harbour master Olin Brandt said that the work was a month late. He did not give a reason for the delay.
"""
STORM = "z\x1b]0;owned\x07\u202e[red]\\[red]\udcff\n.txt"
"""A file's name that would give the terminal orders, if it were let."""


def story(place: str = "Dunmere") -> str:
    return STORY.format(place=place)


def start(*arguments: str | Path, **options: Any) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", **options}
    return subprocess.Popen([sys.executable, "-m", "onrecord", *map(str, arguments)], **options)


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err, err
    return process.returncode, out or "", err


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one page, made without a process for reading."""
    folder = tmp_path / "kept"
    page = Page(data=story().encode(), name="wall.txt", format="text")
    with onrecord.open_record(str(folder)) as opened:
        opened.add(read_page(page))
    return folder


def counts(folder: Path) -> Counts:
    with open_store(str(folder), create=False) as store:
        return store.counts()


# ── what reaches the terminal ────────────────────────────────────────────────


def test_a_name_gives_the_terminal_no_orders_and_no_colours(tmp_path: Path):
    (tmp_path / STORM).write_bytes(b"")
    done = run("read", tmp_path / STORM)
    assert done.exit_code == 1
    assert not set(done.stderr.rstrip("\n")) & set("\x1b\x07\u202e\udcff")
    assert "[red]\\[red]" in done.stderr


def test_a_text_that_is_printed_gives_no_orders(capsys: pytest.CaptureFixture[str]):
    SafeConsole(force_terminal=True).print(Text("stone\x1b[31m\x9b31m\u2066", style="bold"))
    printed = capsys.readouterr().out
    assert "\x1b[1mstone" in printed
    assert not set(printed) & set("\x9b\u2066")
    assert "\x1b[31m" not in printed


def test_what_is_shown_keeps_its_length_and_its_lines():
    assert shown("a\x1bb\tc\n\u200eד") == "a\ufffdb\tc\n\u200eד"


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_an_ascii_terminal_gets_the_nearest_characters_and_data_stay_utf_8(record: Path):
    code, out, _ = ended(start("search", "stone", "--record", record, env={**os.environ, **ASCII}))
    assert (code, out.isascii()) == (0, True)
    assert '"We have the' in " ".join(out.split())
    code, out, _ = ended(start("search", "stone", "--record", record, "--format", "json", env={**os.environ, **ASCII}))
    assert code == 0
    assert json.loads(out)[0]["words"].startswith("“We have the stone")


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_full_disk_under_the_output_is_told(record: Path, format: str):
    with Path("/dev/full").open("w") as full:
        code, _, err = ended(start("search", "--record", record, "--format", format, stdout=full))
    assert code == 2
    assert "No space left" in err


def test_a_reader_that_goes_away_is_no_error(record: Path):
    taken, given = os.pipe()
    os.close(taken)
    process = start("search", "--record", record, stdout=given)
    os.close(given)
    assert ended(process) == (0, "", "")


def test_closed_streams_are_no_trouble(record: Path):
    command = f'exec "{sys.executable}" -m onrecord search --format json --record "{record}" >&- <&-'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", None)
    found = next(intake.pages("-", settings=Settings()))
    assert isinstance(found, PageError)
    assert "closed" in str(found)


# ── names, options, settings ─────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "says"), [("", "no name at all"), ("a" * 5000, "can't be opened"), ("loop", "can't be opened")]
)
def test_a_name_that_cannot_be_opened_is_told(tmp_path: Path, name: str, says: str):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    done = run("read", name)
    assert done.exit_code == 1
    assert says in done.stderr
    assert not is_folder(name)


def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.html")
    signal.alarm(20)  # without the mend it would wait for ever
    try:
        done = run("read", tmp_path / "pipe.html")
    finally:
        signal.alarm(0)
    assert done.exit_code == 1
    assert "pipe.html: not a file" in done.stderr


def test_a_pipe_that_the_shell_opened_is_read():
    taken, given = os.pipe()
    os.write(given, story().encode())
    os.close(given)
    found = next(intake.pages(f"/dev/fd/{taken}", settings=Settings()))
    os.close(taken)
    assert isinstance(found, Page)


@pytest.mark.parametrize("below", ["file/record", "a" * 5000])
def test_a_record_where_none_can_be_is_told(tmp_path: Path, below: str):
    (tmp_path / "file").write_text(story())
    done = run("add", tmp_path / "file", "--record", tmp_path / below)
    assert done.exit_code == 2
    assert "choose another folder" in done.stderr


@pytest.mark.parametrize(
    "query", ['"', "*", "AND", "NEAR(", "'; DROP TABLE x", "\udcff", "wall " * 20_000, "a" * 1_000_000]
)
def test_an_odd_search_finds_nothing_or_says_why(record: Path, query: str):
    assert run("search", query, "--record", record).exit_code in {0, 2}


def test_a_limit_past_all_bounds_is_no_limit(record: Path):
    assert "Rask" in run("search", "--limit", "9" * 30, "--record", record).stdout
    assert run("search", "--limit", "0", "--record", record).exit_code == 2


@pytest.mark.parametrize("line", ["page_seconds = inf", "page_seconds = nan", "page_bytes = inf", "jobs = 1000000000"])
def test_a_setting_past_all_bounds_is_named(tmp_path: Path, line: str):
    (tmp_path / "onrecord.toml").write_text(line)
    with pytest.raises(UsageError, match=line.split(maxsplit=1)[0]):
        settings.load(tmp_path, environment={})


def test_settings_that_cannot_be_read_are_named(tmp_path: Path):
    (tmp_path / "onrecord.toml").mkdir()
    with pytest.raises(UsageError, match=r"onrecord\.toml"):
        settings.load(tmp_path, environment={})


def test_a_working_folder_that_is_gone_has_no_settings(tmp_path: Path):
    (tmp_path / "gone").mkdir()
    os.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    try:
        assert settings.load(environment={}) == Settings()
    finally:
        os.chdir(tmp_path)


# ── folders and runs that were stopped ───────────────────────────────────────

BAD = (b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), bytes(4096), b"<html><body><nav><a>Home</a></nav></body></html>")


def test_each_bad_page_of_a_folder_is_named_once(tmp_path: Path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(60):
        is_bad = number % 5 == 0
        data = BAD[number % 4] if is_bad else story(f"Fen{number}by").encode()
        (folder / f"{'bad' if is_bad else 'good'}-{number:02}.txt").write_bytes(data)
    done = run("add", folder, "--record", tmp_path / "kept")
    assert done.exit_code == 1
    named = [line for line in done.stderr.splitlines() if line.startswith("error")]
    assert len(named) == 12
    assert all(sum(f"bad-{number:02}.txt" in line for line in named) == 1 for number in range(0, 60, 5))
    assert "12 pages could not be read" in done.stderr
    assert counts(tmp_path / "kept").articles == 48


HANG = '''
import os, pathlib, time
from onrecord import articles

_clean = articles.clean

def clean(page):
    """A page that is never read."""
    if page.name.endswith("b.txt"):
        pathlib.Path(os.environ["PLANTED"], "pid").write_text(str(os.getpid()))
        time.sleep(600)
    return _clean(page)

articles.clean = clean
'''


@contextmanager
def stuck(tmp_path: Path, *, page_seconds: int) -> Iterator[subprocess.Popen[str]]:
    """``add`` of three pages, stuck at the second."""
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "sitecustomize.py").write_text(HANG)
    (tmp_path / "pages").mkdir()
    for name in "abc":
        (tmp_path / "pages" / f"{name}.txt").write_text(story(f"{name.upper()}nmere"))
    planted = {"PYTHONPATH": str(tmp_path / "planted"), "PLANTED": str(tmp_path)}
    few = {"ONRECORD_JOBS": "1", "ONRECORD_PAGE_SECONDS": str(page_seconds)}
    process = start("add", tmp_path / "pages", "--record", tmp_path / "kept", env={**os.environ, **planted, **few})
    until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text() != "")
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(done: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if done():
            return
        time.sleep(0.02)
    pytest.fail("it never came")


def test_ctrl_c_ends_it_at_once_and_says_so(tmp_path: Path):
    with stuck(tmp_path, page_seconds=600) as process:
        process.send_signal(signal.SIGINT)  # to it alone: the process that reads is ended by it
        code, _, err = ended(process)  # which gives up long before the page does
    assert code == 130
    assert "Stopped" in err


def test_what_a_killed_run_left_is_read_first(tmp_path: Path):
    with stuck(tmp_path, page_seconds=4) as process:
        process.kill()
    left = counts(tmp_path / "kept")
    assert (left.captures, left.pending) == (3, 3 - left.articles)
    assert "not read yet" in run("search", "--record", tmp_path / "kept").stderr
    done = run("add", "--record", tmp_path / "kept")
    assert (done.exit_code, "archived earlier" in done.stderr) == (0, True)
    again = run("add", tmp_path / "pages", "--record", tmp_path / "kept")
    assert "0 new pages with 0 statements, 3 already there" in again.stdout
    now = counts(tmp_path / "kept")
    assert (now.captures, now.pending, now.articles) == (3, 0, 3)
    assert run("add", "--record", tmp_path / "kept").exit_code == 2
    # nor does the process that the killed one had read its pages hang for ever
    until(lambda: not running(int((tmp_path / "pid").read_text())))


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def test_two_at_once_on_one_record_lose_and_double_nothing(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    for name in "abc":
        (tmp_path / "pages" / f"{name}.txt").write_text(story(f"{name.upper()}nmere"))
    both = [start("add", tmp_path / "pages", "--record", tmp_path / "kept") for _ in range(2)]
    assert [ended(each)[0] for each in both] == [0, 0]
    now = counts(tmp_path / "kept")
    assert (now.captures, now.pending, now.articles) == (3, 0, 3)
