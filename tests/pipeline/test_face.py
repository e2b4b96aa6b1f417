"""The record as a program sees it: kept, compared, asked."""

from __future__ import annotations

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
