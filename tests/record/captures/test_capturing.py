from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import NotInRecord, PageTooSlow, RecordDamaged, RecordError
from onrecord.model import Page, Stated
from onrecord.record import Store, codec, open_store
from onrecord.record.captures.capturing import key_of


def test_a_page_comes_back_as_it_arrived(store: Store) -> None:
    page = Page(
        data=b"\x00\xff<p>",
        name="a.html",
        format="html",
        encoding="cp1252",
        url="https://fenn.example/ä",
        published=date(2031, 3, 1),
        outlet="The Fenn Courier",
    )
    capture = store.archive(page)
    assert store.page(capture) == replace(page, captured_at=capture.captured_at)
    assert store.page(capture.digest) == store.page(capture)


def test_what_a_container_stated_is_kept_and_makes_a_capture_of_its_own(store: Store, story: Any) -> None:
    plain = story.page("one")
    page = replace(plain, stated=Stated(title="Ferry \ud800 runs", byline=("A. Fenn",), published="2031-03-01"))
    captures = [store.archive(plain), store.archive(page), store.archive(page)]
    assert captures[0] != captures[1] == captures[2]
    assert store.page(captures[1]).stated == Stated(
        title="Ferry \ufffd runs", byline=("A. Fenn",), published="2031-03-01"
    )
    assert store.page(captures[0]).stated is None


def test_a_capture_of_before_containers_were_read_keeps_its_key() -> None:
    """Its JSON has no ``stated``, and pages that come again have to be known again."""
    stored = """{"digest":"00","name":"a","format":"html","encoding":"utf-8","url":null,
        "captured_at":"2031-03-01T00:00:00Z","published":null,"outlet":null}"""
    capture = codec.capture(stored)
    assert capture.stated is None
    assert key_of(capture) == "7d11dc971901b1035b4b8a7da01acbc9-20310301T000000000000"


def test_the_same_bytes_are_stored_once_however_often_they_are_captured(store: Store, story: Any, folder: Path) -> None:
    data = b"<p>" + bytes(range(256)) * 40
    first = store.archive(story.page("one", data=data))
    size = (folder / "captures" / "000001.warc.gz").stat().st_size
    elsewhere = store.archive(story.page("two", data=data))
    later = store.archive(story.page("one", data=data, days=3))
    assert len({first, elsewhere, later}) == 3
    assert (folder / "captures" / "000001.warc.gz").stat().st_size - size < 2 * size
    assert [store.page(c).data for c in (first, elsewhere, later)] == [data] * 3
    assert store.page(elsewhere).url == "https://fenn.example/two"


def test_what_was_not_read_is_pending_until_it_is(store: Store, story: Any) -> None:
    captures = [store.archive(story.page(name, days=day)) for day, name in enumerate("abc")]
    assert store.pending() == tuple(captures)
    store.put(story.reading(story.article("b", "Opens.")), captures[1])
    assert store.pending() == (captures[0], captures[2])
    assert list(store.captures()) == captures


def test_what_cannot_be_read_is_kept_with_its_reason_until_it_can(store: Store, story: Any) -> None:
    capture = store.archive(story.page("a"))
    store.fail(capture, PageTooSlow("a", "took more than 30 s"))
    (failure,) = store.failures()
    assert (failure.capture, failure.error, failure.problem) == (capture, "PageTooSlow", "a: took more than 30 s")
    assert (store.pending(), store.counts().failed) == ((), 1)
    store.put(story.reading(story.article("a", "Opens.")), capture)
    assert store.failures() == ()
    store.fail(capture, PageTooSlow("a", "took more than 30 s"))
    assert store.failures() == ()


def test_a_capture_that_is_not_there_is_told(store: Store, story: Any) -> None:
    gone = replace(store.archive(story.page("a")), digest="0" * 64)
    for call in (lambda: store.page(gone), lambda: store.page("0" * 64), lambda: store.fail(gone, ValueError())):
        with pytest.raises(NotInRecord):
            call()


def test_a_time_without_a_zone_is_taken_for_utc(store: Store, story: Any) -> None:
    capture = store.archive(story.page("a", captured_at=datetime(2031, 3, 1, 12)))
    assert capture.captured_at.isoformat() == "2031-03-01T12:00:00+00:00"
    assert store.archive(story.page("a", captured_at=capture.captured_at)) == capture


def test_bytes_that_were_changed_are_damage(store: Store, story: Any, folder: Path) -> None:
    capture = store.archive(story.page("a"))
    warc = folder / "captures" / "000001.warc.gz"
    stored = bytearray(warc.read_bytes())
    stored[len(stored) // 2] ^= 0xFF
    warc.write_bytes(stored)
    with pytest.raises(RecordDamaged):
        store.page(capture)


def test_a_torn_member_is_cut_off_when_the_record_opens(folder: Path, story: Any) -> None:
    warc = folder / "captures" / "000001.warc.gz"
    with open_store(str(folder), create=True) as store:
        capture = store.archive(story.page("a"))
    whole = warc.read_bytes()
    warc.write_bytes(whole + whole[: len(whole) // 2])
    with open_store(str(folder), create=False) as store:
        assert store.page(capture).data == b"<p>a"
        later = store.archive(story.page("b"))
        assert store.page(later).data == b"<p>b"
    assert warc.read_bytes().startswith(whole)


def test_a_lost_database_is_made_anew_from_the_archive(folder: Path, story: Any) -> None:
    with open_store(str(folder), create=True) as store:
        captures = [store.archive(story.page(name, data=b"same", days=i)) for i, name in enumerate("ab")]
    for file in folder.glob("record.db*"):
        file.unlink()
    with open_store(str(folder), create=True) as store:
        assert store.pending() == tuple(captures)
        assert [store.page(c).data for c in captures] == [b"same", b"same"]


def test_a_database_restored_from_an_older_backup_takes_in_what_came_since(folder: Path, story: Any) -> None:
    with open_store(str(folder), create=True) as store:
        store.archive(story.page("a"))
    shutil.copy(folder / "record.db", folder / "older.db")
    with open_store(str(folder), create=True) as store:
        later = store.archive(story.page("b", days=1))
    shutil.copy(folder / "older.db", folder / "record.db")
    with open_store(str(folder), create=False) as store:
        assert later in store.pending()


def test_a_full_disk_says_what_is_safe(folder: Path, story: Any) -> None:
    with open_store(str(folder), create=True) as store:
        (folder / "captures" / "000001.warc.gz").symlink_to("/dev/full")
        with pytest.raises(RecordError, match=r"disk is full: what was acknowledged is safe"):
            store.archive(story.page("a"))
        assert store.counts().captures == 0
