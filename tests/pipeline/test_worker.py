"""The worker against pages that would stop, fill or crash it: planted in a real child process."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import PageError, PageHasNoArticle, PageTooHeavy, PageTooSlow
from onrecord.model import Page, Reading
from onrecord.pipeline.worker import Worker, read_each
from onrecord.settings import Settings

from .builder import text_page

SETTINGS = Settings(page_seconds=60, jobs=2)

PLANT = '''
import os, sys, time
from onrecord import articles

_clean = articles.clean

def clean(page):
    """What hostile pages do to a parser, by their names."""
    if page.name == "hang":
        time.sleep(600)
    if page.name == "fill":
        bytearray(1 << 40)
    if page.name == "crash":
        os.abort()
    if page.name == "deep":
        raise RecursionError
    if page.name == "bug":
        raise KeyError("a mistake of ours")
    return _clean(page)

articles.clean = clean
'''


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every child process loads PLANT when it starts (Python's own sitecustomize)."""
    (tmp_path / "sitecustomize.py").write_text(PLANT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(SETTINGS) as made:
        yield made


def page(name: str) -> Page:
    return text_page(name=name)


def test_a_page_comes_back_read_with_its_bytes(worker: Worker):
    reading = worker.read(page("wall.txt"))
    assert reading.page == page("wall.txt")
    assert reading.article.title == "Dunmere river wall nearly done"
    assert reading.statements


def test_a_page_without_a_story_says_so_and_the_worker_goes_on(worker: Worker):
    with pytest.raises(PageHasNoArticle, match=r"menu\.txt"):
        worker.read(Page(data=b"Home | News | Sport\n\nLog in\n", name="menu.txt", format="text"))
    assert worker.read(page("wall.txt")).statements


@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        ("hang", PageTooSlow, "within 5 seconds"),
        ("fill", PageTooHeavy, "more memory than allowed"),
        ("crash", PageTooHeavy, "ended the process"),
        ("deep", PageTooHeavy, "nested too deep"),
        ("bug", PageTooHeavy, "a mistake of ours"),
    ],
)
@pytest.mark.usefixtures("planted")
def test_what_a_page_does_to_its_process_ends_there(name: str, kind: type[PageError], says: str):
    with Worker(Settings(page_seconds=5 if name == "hang" else 60)) as worker:
        with pytest.raises(kind, match=says) as caught:
            worker.read(page(name))
        assert name in str(caught.value)
        assert worker.read(page("wall.txt")).statements


@pytest.mark.usefixtures("planted")
def test_of_many_pages_every_one_is_accounted_for_in_order():
    names = [f"wall-{number}.txt" for number in range(9)]
    names[2], names[6] = "crash", "bug"
    outcomes = list(read_each((page(name) for name in names), SETTINGS))
    assert [isinstance(outcome, PageError) for outcome in outcomes] == [name in {"crash", "bug"} for name in names]
    read = [outcome.page.name for outcome in outcomes if isinstance(outcome, Reading) and outcome.page]
    assert read == [name for name in names if name.startswith("wall")]


def test_an_error_from_intake_passes_through():
    problem = PageError("gone.html", "no such file")
    assert next(iter(read_each([problem, page("wall.txt")], SETTINGS))) is problem


def test_pages_are_taken_only_as_they_are_needed():
    taken: list[int] = []

    def endless() -> Iterator[Page]:
        for number in range(1_000_000):
            taken.append(number)
            yield page(f"wall-{number}.txt")

    outcomes = read_each(endless(), SETTINGS)
    next(outcomes)
    outcomes.close()
    assert len(taken) < 50


def test_a_worker_that_was_killed_is_named_and_replaced(worker: Worker):
    worker.read(page("wall.txt"))
    assert worker._process is not None
    os.kill(worker._process.pid, signal.SIGKILL)
    with pytest.raises(PageTooHeavy):
        worker.read(page("wall.txt"))
    assert worker.read(page("wall.txt")).statements
