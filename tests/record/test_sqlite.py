"""Promises about the whole store: order of arrival, killed processes, several at once."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Capture, Comparison, Origin, Reading
from onrecord.record import Store, codec, open_store

KILLS = 12

# Adds pages without end, and says which ones were acknowledged. "again" reads what a killed run left pending.
ADDING = """
import sys
from datetime import date
from onrecord.model import *
from onrecord.record import open_store

def reading(page):
    n = page.data.decode()
    text = f"Gate {n} opens on Monday."
    article = Article(id=f"a-{n}", revision=f"r-{n}", url=page.url, title="", text=text)
    said = Statement(id=f"s-{n}", content=(Span(0, len(text) - 1),), speaker=Speaker(name="Ada Fenn"))
    return Reading(article=article, statements=(said,), reader=ReaderInfo(name="t", version="1"))

folder, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_store(folder, create=True) as store:
    for capture in store.pending():
        store.put(reading(store.page(capture)), capture)
    for n in range(first, last):
        page = Page(data=str(n).encode(), name=f"{n}.html", format="html", url=f"https://fenn.example/{n}")
        capture = store.archive(page)
        print("archived", n, flush=True)
        store.put(reading(page), capture)
        print("kept", n, flush=True)
"""


def adding(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", ADDING, str(folder), str(first), str(last)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def acknowledged(output: str) -> tuple[set[int], set[int]]:
    lines = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    archived, kept = ({int(n) for what, n in lines if what == told} for told in ("archived", "kept"))
    return archived, kept


def killed(folder: Path, run: int, chance: random.Random) -> str:
    """What a process said until it was killed: now and then while it opens the record, mostly while it adds."""
    process = adding(folder, run * 1000, run * 1000 + 1000)
    assert process.stdout is not None
    said = "" if run % 4 == 3 else process.stdout.readline()
    time.sleep(chance.uniform(0, 0.4))
    process.kill()
    said += process.stdout.read()
    assert process.wait(timeout=60) == -signal.SIGKILL
    return said


def test_a_killed_process_loses_nothing_that_was_acknowledged(folder: Path) -> None:
    chance = random.Random(8)  # noqa: S311 - moments to be killed at, no secret
    archived: set[int] = set()
    kept: set[int] = set()
    for run in range(KILLS):
        told = acknowledged(killed(folder, run, chance))
        archived |= told[0]
        kept |= told[1]

    with open_store(str(folder), create=False) as store:
        pages = [int(store.page(capture).data) for capture in store.captures()]
        assert len(pages) == len(set(pages))
        assert archived <= set(pages)
        held = [int(article.id[2:]) for article in store.articles()]
        assert kept <= set(held)
        assert len(held) == len(set(held)) == store.matches("gate")
        assert set(held) | {int(store.page(capture).data) for capture in store.pending()} == set(pages)
    assert len(kept) > KILLS
    assert adding(folder, 0, 0).wait(timeout=60) == 0
    with open_store(str(folder), create=False) as store:
        assert store.pending() == ()
        assert store.counts().articles == len(pages)


def test_processes_add_to_one_record_at_once(folder: Path) -> None:
    processes = [adding(folder, first, last) for first, last in ((0, 40), (20, 60), (40, 80))]
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with open_store(str(folder), create=False) as store:
        assert sorted(int(store.page(c).data) for c in store.captures()) == list(range(80))
        assert store.counts().statements == store.matches("gate") == 80


def test_readers_do_not_wait_for_a_writer(store: Store, folder: Path, story: Any) -> None:
    import sqlite3

    store.archive(story.page("a"))
    writer = sqlite3.connect(folder / "record.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM captures")
    assert store.counts().captures == 1  # a reader that waited would give up: the writer ends only after it
    writer.execute("ROLLBACK")
    writer.close()


def test_threads_share_a_store(store: Store, story: Any) -> None:
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            for n in range(first, first + 10):
                article = story.article(f"{n}", "The forum opens.")
                capture = store.archive(story.page(f"{n}"))
                store.put(story.reading(article, story.statement(article, "The forum opens")), capture)
                store.search("forum")
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 5, 10, 15)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.matches("forum") == 25


def export_all(store: Store) -> list[str]:
    def lines() -> Iterator[str]:
        for article in store.articles():
            for revision in store.revisions(article.id):
                yield codec.encode(revision)
            yield from map(codec.encode, store.statements(article.id))
        for capture in store.captures():
            kept = json.loads(codec.encode(capture))
            yield json.dumps({key: value for key, value in kept.items() if key != "captured_at"})
        yield codec.encode(store.comparison())

    return sorted(lines())


@pytest.fixture
def arrivals(story: Any) -> list[tuple[Any, Reading]]:
    """Five readings: two revisions of one article and back again, a dated capture of it, and another article."""
    old, new = story.article("forum", "It opens on Monday."), story.article("forum", "It opens on Friday.")
    day = date(2031, 3, 1)
    other = story.article("other", "It is cold.", date=story.dated(day))
    opens = [story.statement(article, article.text[-20:-1], "Ada Fenn", kind="schedule") for article in (old, new)]
    return [
        (story.page("forum", data=b"old", days=0), story.reading(old, opens[0])),
        (story.page("forum", data=b"new", days=1), story.reading(new, opens[1])),
        (story.page("forum", data=b"old", days=2), story.reading(old, opens[0])),
        (
            story.page("forum", data=b"old", days=0, published=day),
            story.reading(replace(old, date=story.dated(day)), opens[0]),
        ),
        (story.page("other", days=0), story.reading(other, story.statement(other, "It is cold"))),
    ]


def test_the_order_of_arrival_decides_nothing(tmp_path: Path, arrivals: list[tuple[Any, Reading]]) -> None:
    origin = Comparison(origins=(Origin(name="a", article=None, articles=(), why=""),))
    orders = list(permutations(arrivals))
    seen: set[tuple[str, ...]] = set()
    found: set[tuple[str, ...]] = set()
    for number, (order, again) in enumerate(zip(orders[::5], orders[3::5], strict=True)):
        with open_store(str(tmp_path / str(number)), create=True) as store:
            captures: list[tuple[Capture, Reading]] = [(store.archive(page), reading) for page, reading in order]
            for capture, reading in reversed(captures) if number % 2 else captures:
                store.put(reading, capture)
            store.put_comparison(origin)
            # what is there already changes nothing, in whichever order it comes again
            assert not any(store.put(reading, store.archive(page)).new for page, reading in again)
            seen.add(tuple(export_all(store)))
            found.add(tuple(f"{e.statement.id} {e.snippet}" for e in store.search("it opens")))
    assert len(seen) == 1
    assert len(found) == 1
