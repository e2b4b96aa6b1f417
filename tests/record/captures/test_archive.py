from __future__ import annotations

import threading
from pathlib import Path

import pytest

from onrecord.errors import RecordDamaged, RecordError
from onrecord.record.captures import archive as module
from onrecord.record.captures.archive import Archive, Place
from onrecord.record.captures.warc import split


def test_members_are_read_from_where_they_were_put(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "captures")
    first, second = archive.append(b"abc"), archive.append(b"defg")
    assert second == Place(file=first.file, offset=3, length=4)
    assert (archive.read(first), archive.read(second)) == (b"abc", b"defg")


def test_a_full_file_is_left_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path, rotate_bytes=5)
    assert [archive.append(b"abc").file for _ in range(5)] == [
        "000001.warc.gz",
        "000001.warc.gz",
        "000002.warc.gz",
        "000002.warc.gz",
        "000003.warc.gz",
    ]


def test_a_failed_write_says_what_is_safe_and_loses_nothing(tmp_path: Path) -> None:
    # /dev/full takes nothing: the disk is full
    (tmp_path / "000001.warc.gz").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        Archive(tmp_path).append(b"abc")


def test_bytes_that_are_gone_or_cut_short_are_damage(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    place = archive.append(b"abc")
    (tmp_path / place.file).write_bytes(b"ab")
    with pytest.raises(RecordDamaged, match="cut short"):
        archive.read(place)
    (tmp_path / place.file).unlink()
    with pytest.raises(RecordDamaged, match="is gone"):
        archive.read(place)


def test_mending_gives_whole_members_and_keeps_the_torn_rest_beside(tmp_path: Path) -> None:
    from gzip import compress

    archive = Archive(tmp_path)
    one, two = compress(b"one"), compress(b"two")
    known, unknown = archive.append(one), archive.append(two)
    archive.append(b"\x1f\x8btorn")
    assert list(archive.mend({known.file: len(one)})) == [(unknown, two)]
    assert list(split((tmp_path / known.file).read_bytes())) == [one, two]
    assert [p.read_bytes() for p in tmp_path.glob("*.torn")] == [b"\x1f\x8btorn"]
    assert list(archive.mend({known.file: len(one + two)})) == []


def test_threads_take_turns(tmp_path: Path) -> None:
    archive = Archive(tmp_path)

    def work() -> None:
        for _ in range(25):
            with archive.locked():
                archive.append(b"abc")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "000001.warc.gz").stat().st_size == 300


def test_a_lock_that_is_held_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOCK_SECONDS", 0.02)
    with Archive(tmp_path).locked(), pytest.raises(RecordError, match="another process"), Archive(tmp_path).locked():
        pass
