from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import Engine, text

from onrecord.errors import QueryError, RecordDamaged, RecordError, RecordMissing, UsageError
from onrecord.record import Store, open_store
from onrecord.record.engine import meaning, open_engine, writing


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(tmp_path / "record.db", busy_seconds=0.05)
    with writing(opened).begin() as connection:
        connection.execute(text("CREATE TABLE notes (note)"))
    yield opened
    opened.dispose()


def test_a_full_disk_says_what_is_safe(engine: Engine) -> None:
    # the real error, from a database that may not grow
    with writing(engine).begin() as connection:
        connection.execute(text("PRAGMA max_page_count = 4"))
        with pytest.raises(RecordError, match="disk is full: what was acknowledged is safe"):
            connection.execute(text("INSERT INTO notes VALUES (zeroblob(1000000))"))


def test_a_database_that_cannot_be_written_to_says_so(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = 1"))
        with pytest.raises(RecordError, match="mind its permissions"):
            connection.execute(text("INSERT INTO notes VALUES (1)"))


def test_a_writer_that_waits_too_long_says_so(engine: Engine) -> None:
    with writing(engine).begin() as holder:
        holder.execute(text("INSERT INTO notes VALUES (1)"))
        with pytest.raises(RecordError, match="another process is writing"), writing(engine).begin():
            pass
        with engine.connect() as reader:
            assert reader.scalar(text("SELECT count(*) FROM notes")) == 0


def test_a_query_that_the_index_refuses_is_the_querys_fault(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE w USING fts5(words)"))
    with engine.connect() as connection, pytest.raises(QueryError, match="can't be understood"):
        connection.execute(text("SELECT * FROM w WHERE w MATCH '^^'"))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "can't be written to"),
        (errno.EACCES, "permissions"),
        (errno.EIO, "error"),
    ],
)
def test_errors_of_files_are_told(code: int, says: str) -> None:
    assert says in str(meaning("here", OSError(code, os.strerror(code))))


def test_there_is_no_record_where_none_was_begun(folder: Path) -> None:
    with pytest.raises(RecordMissing, match="onrecord add PAGE --record"):
        open_store(str(folder), create=False)
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_what_is_no_database_is_damage(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "record.db").write_bytes(content)
    with pytest.raises(RecordDamaged, match=r"record|database"):
        open_store(str(folder), create=False)
    assert (folder / "record.db").read_bytes() == content


def use(folder: Path) -> None:
    with open_store(str(folder), create=False) as store:
        store.counts()
        store.search("forum")


def test_a_damaged_database_is_told(folder: Path, story: Any) -> None:
    with open_store(str(folder), create=True) as store:
        store.archive(story.page("a"))
    database = folder / "record.db"
    whole = bytearray(database.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    database.write_bytes(whole)
    with pytest.raises(RecordDamaged):
        use(folder)


def test_a_file_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "record").write_text("notes")
    with pytest.raises(RecordDamaged, match="is a file"):
        open_store(str(tmp_path / "record"), create=True)


@pytest.mark.parametrize("location", ["", "postgresql://fenn.example/record", "a\0b"])
def test_only_a_folder_is_a_place_for_a_record(location: str) -> None:
    with pytest.raises(UsageError, match="a record is a folder"):
        open_store(location, create=True)


def test_a_read_only_folder_is_told() -> None:
    # pytest's own folders are closed to everybody else, and nothing is read-only to root
    with TemporaryDirectory() as made:
        folder = Path(made) / "record"
        open_store(str(folder), create=True).close()
        for path in (Path(made), folder, folder / "captures"):
            path.chmod(0o555)
        with as_nobody(), pytest.raises(RecordError, match="can't be written to"):
            use(folder)
        for path in (Path(made), folder, folder / "captures"):
            path.chmod(0o755)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's powers, where the tests have them."""
    mine = os.geteuid()
    if mine != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(mine)


@pytest.mark.parametrize("typed", ['"', "*", " ".join(["ab"] * 80)], ids=["quote", "star", "long"])
def test_a_search_that_fails_never_shows_sql(store: Store, typed: str) -> None:
    with pytest.raises(QueryError) as raised:
        store.search(typed)
    assert "sql" not in str(raised.value).casefold()


def test_a_very_long_word_is_only_not_found(store: Store) -> None:
    assert store.search("a" * 100_000) == ()
