from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from onrecord.errors import RecordDamaged, RecordNewer
from onrecord.record import open_store, schema


def tables(path: Path) -> set[tuple[str, str, str]]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name != 'alembic_version'")
        return {(kind, name, "".join(sql.split()).replace('"', "")) for kind, name, sql in rows if sql}


def test_migrating_gives_the_schema(tmp_path: Path) -> None:
    open_store(str(tmp_path / "migrated"), create=True).close()
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}")
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text(schema.WORDS_DDL))
    engine.dispose()
    assert tables(tmp_path / "migrated" / "record.db") == tables(made)


def test_the_newest_migration_is_the_head() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_a_fresh_record_opens_quietly_whatever_its_folder_is_called(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    open_store(str(tmp_path / "fifty % record"), create=True).close()
    assert capfd.readouterr() == ("", "")


def test_a_newer_record_is_refused_and_left_alone(folder: Path) -> None:
    open_store(str(folder), create=True).close()
    with sqlite3.connect(folder / "record.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordNewer, match="update Onrecord"):
        open_store(str(folder), create=True)


def test_another_programs_database_is_refused(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "record.db") as connection:
        connection.execute("CREATE TABLE notes (note)")
    with pytest.raises(RecordDamaged, match="another program"):
        open_store(str(folder), create=True)


def test_a_record_of_the_first_schema_is_brought_up_to_date_with_what_it_holds(folder: Path, story: Any) -> None:
    article = story.article("forum", "It opens in a month.")
    with open_store(str(folder), create=True) as store:
        store.put(story.reading(article, story.statement(article, "in a month")), store.archive(story.page("forum")))
    with sqlite3.connect(folder / "record.db") as connection:
        for table in ("decisions", "moves", "comparing", "addresses", "watched", "identities", "matches"):
            connection.execute(f"DROP TABLE {table}")
        for index in ("captures_url", "captures_article"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE captures DROP COLUMN url")
        connection.execute("ALTER TABLE statements DROP COLUMN natural")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with open_store(str(folder), create=False) as store:
        assert store.article("a-forum") == article
        assert store.history() == ()
        assert store.state() == (0, True)
        assert store.decide("fix date", "a-forum", "2031", who="N.").id == "d1"
        assert store.latest("https://fenn.example/forum") == next(store.captures())
        assert store.addresses.failures() == ()
