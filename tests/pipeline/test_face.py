"""The record as a program sees it: kept, compared, asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import PageError, RecordMissing, UsageError
from onrecord.model import Added, Reading
from onrecord.pipeline.face import Record
from onrecord.pipeline.run import read_page
from onrecord.pipeline.verbs import open_record

from .builder import BODY, text_page


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record") as opened:
        yield opened


CREDITED = BODY.replace("said on Monday.", "said on Monday, the Norvan Press Agency (NPA) reported.")


def reading(name: str, body: str = BODY, **fields: Any) -> Reading:
    """The page, read in this process, as it stands at an address of its own."""
    page = replace(text_page(body, name=f"{name}.txt"), url=f"https://pellin.example/{name}", **fields)
    return read_page(page)


def test_what_is_added_is_found_and_adding_it_again_changes_nothing(record: Record):
    first = record.add(reading("wall"))
    assert (first.new, first.statements > 2) == (True, True)
    assert not record.add(reading("wall")).new
    assert record.counts().statements == first.statements
    (found,) = record.search("stone")
    assert record.statement(found.statement.id) == replace(found, snippet="")
    assert record.article(first.article).title == "Dunmere river wall nearly done"


def test_a_reading_without_its_page_is_refused(record: Record):
    with pytest.raises(UsageError, match="read it again"):
        record.add(replace(reading("wall"), page=None))
    assert record.counts().captures == 0


@pytest.mark.parametrize("dated_first", [True, False])
def test_a_copy_takes_its_originals_date_and_falls_due_once(record: Record, dated_first: bool):
    dated = reading("wall", published=date(2031, 10, 6), outlet="NPA")
    copy = reading("again", CREDITED, outlet="The Pellin Post")
    *_, last = [record.add(each) for each in ((dated, copy) if dated_first else (copy, dated))]
    assert last.redated == (copy.article.id,)
    (found,) = record.comparison().copies
    assert (found.copy, found.original) == (copy.article.id, dated.article.id)
    assert record.article(copy.article.id).date.earliest == date(2031, 10, 6)
    assert len(record.due(copies=True)) == 2 * len(record.due()) > 0


def test_pages_of_a_folder_are_kept_and_each_bad_one_named(record: Record, tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_bytes(b"")
    (tmp_path / "pages" / "b.txt").write_bytes(text_page().data)
    (tmp_path / "pages" / "c.txt").write_text("Home | News\n\nLog in\n")
    outcomes = list(record.add_all(tmp_path / "pages"))
    assert [type(each) for each in outcomes if isinstance(each, Added)] == [Added]
    assert [each.name.rsplit("/", 1)[-1] for each in outcomes if isinstance(each, PageError)] == ["a.txt", "c.txt"]
    counts = record.counts()
    assert (counts.articles, counts.captures, counts.pending) == (1, 2, 0)


def test_what_was_archived_and_not_read_is_read_later(record: Record):
    record.store.archive(text_page())
    assert record.counts().pending == 1
    assert [isinstance(each, Added) and each.new for each in record.add_all()] == [True]
    assert record.counts().pending == 0
    assert list(record.add_all()) == []


def test_a_record_is_not_made_where_none_is_asked_for(tmp_path: Path):
    with pytest.raises(RecordMissing):
        open_record(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def month_end(record: Record, article: str) -> tuple[date | None, date | None]:
    """The window of "by the end of the month" in an article."""
    whole = record.article(article)
    (found,) = {s.due for s in record.statements(article) if s.due and "month" in whole[s.due.span]}
    return found.earliest, found.latest


def test_a_fixed_date_moves_the_windows_of_a_story_and_of_its_copies(record: Record, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONRECORD_PERSON", "Ada Fenn")
    original, copy = reading("wall", published=date(2031, 10, 6), outlet="NPA"), reading("again", CREDITED)
    record.add(original)
    record.add(copy)
    (arrived,) = {move.why for move in record.moves(copy.article.id)}
    assert "is a copy of" in arrived
    assert month_end(record, copy.article.id) == (date(2031, 10, 6), date(2031, 10, 31))

    fixed = record.fix(original.article.id, date="2031-11-12", note="the paper has it")
    assert fixed.in_force
    assert {move.statement for move in fixed.moves} >= {s.id for s in record.statements(copy.article.id) if s.due}
    for id in (original.article.id, copy.article.id):
        assert month_end(record, id) == (date(2031, 11, 10), date(2031, 11, 30))
    assert record.is_compared()

    undone = record.undo()
    assert undone.decision.undoes == fixed.decision.id
    assert month_end(record, copy.article.id) == (date(2031, 10, 6), date(2031, 10, 31))
    record.redo()
    assert month_end(record, copy.article.id) == (date(2031, 11, 10), date(2031, 11, 30))
    assert [each.decision.id for each in record.history(original.article.id)] == ["d1", "d2", "d3"]


@pytest.mark.parametrize("fixed_first", [True, False])
def test_a_fix_holds_against_a_dated_copy_whichever_comes_first(record: Record, fixed_first: bool):
    original, copy = reading("wall", published=date(2031, 10, 6), outlet="NPA"), reading("again", CREDITED)
    record.add(copy)
    if fixed_first:
        record.fix(copy.article.id, date=date(2031, 11, 12))
    added = record.add(original)
    assert added.redated == (() if fixed_first else (copy.article.id,))
    if not fixed_first:
        record.fix(copy.article.id, date=date(2031, 11, 12))
        record.compare()
    found = record.article(copy.article.id).date
    assert found.earliest == date(2031, 11, 12)
    assert [c.where for c in found.candidates][-2:] == ["copy", "given"], "the rival stays"
    assert record.compare() == ()


def test_a_fix_outlives_reading_the_page_again(record: Record):
    again = reading("wall", published=date(2031, 10, 6))
    record.add(reading("wall"))
    record.fix(again.article.id, date="2031-11")
    record.add(again)
    assert record.article(again.article.id).date.latest == date(2031, 11, 30)
    assert record.undo().decision.after == "2031-10-06"


def test_what_a_killed_run_left_to_compare_is_compared_by_the_next(record: Record):
    original, copy = reading("wall", published=date(2031, 10, 6), outlet="NPA"), reading("again", CREDITED)
    record.add(original)
    record.add(copy)
    record.store.decide("fix date", original.article.id, "2031-11-12", who="N.")  # and killed before comparing
    assert not record.is_compared()
    assert month_end(record, copy.article.id) == (date(2031, 10, 6), date(2031, 10, 31))
    assert list(record.add_all()) == []
    assert record.is_compared()
    assert month_end(record, copy.article.id) == (date(2031, 11, 10), date(2031, 11, 30))


def test_a_comparison_of_yesterday_changes_nothing(record: Record):
    original, copy = reading("wall", published=date(2031, 10, 6), outlet="NPA"), reading("again", CREDITED)
    record.add(original)
    record.add(copy)
    state, _ = record.store.state()
    before = record.article(copy.article.id)
    record.fix(original.article.id, date="2031-11-12")
    newer, comparison = record.article(copy.article.id), record.comparison()
    assert not record.store.redate(before, record.statements(copy.article.id), state=state)
    assert not record.store.put_comparison(replace(comparison, copies=()), state=state)
    assert (record.article(copy.article.id), record.comparison()) == (newer, comparison)


FIX = """
import sys
from onrecord.pipeline.verbs import open_record
with open_record(sys.argv[1], create=False) as record:
    for day in sys.argv[3:]:
        record.fix(sys.argv[2], date=day)
"""


def test_two_processes_that_fix_at_once_leave_a_record_that_is_compared(record: Record, tmp_path: Path):
    original, copy = reading("wall", published=date(2031, 10, 6), outlet="NPA"), reading("again", CREDITED)
    record.add(original)
    record.add(copy)
    days = [["2031-11-12", "2031-12-12", "2032-01-12"], ["2031-11-20", "2031-12-20", "2032-01-20"]]
    command = [sys.executable, "-c", FIX, str(tmp_path / "record"), original.article.id]
    both = [subprocess.Popen([*command, *each], stderr=subprocess.PIPE) for each in days]
    assert [process.communicate(timeout=120)[1] for process in both] == [b"", b""]
    last = record.history()[-1].decision.after
    assert len(record.history()) == 6
    assert str(record.article(original.article.id).date.earliest) == last
    assert str(record.article(copy.article.id).date.earliest) == last
    assert record.is_compared()
    assert record.compare() == ()
