"""Brings a database to the newest schema, by itself, when it is opened. Forward only."""

from __future__ import annotations

from importlib import resources

from sqlalchemy import Connection, Engine, text

from onrecord.errors import RecordDamaged, RecordNewer
from onrecord.record import schema
from onrecord.record.engine import writing


def migrate(engine: Engine, location: str) -> None:
    """Make the tables, or bring them up to date, in one transaction.

    Raises:
        RecordDamaged: a database, but not one of Onrecord.
        RecordNewer: a newer Onrecord made it.
    """
    with engine.connect() as connection:
        version = _version(connection, location)
    if version == schema.HEAD:
        return
    with writing(engine).begin() as connection:
        _upgrade(connection, version, location)


def _version(connection: Connection, location: str) -> str | None:
    tables = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    if "alembic_version" in tables:
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version
    if tables:
        raise RecordDamaged(f"{location}: record.db is another program's database; choose another folder")
    return None


def _upgrade(connection: Connection, version: str | None, location: str) -> None:
    # Alembic takes its time to import, and an up-to-date record doesn't need it
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    folder = resources.files("onrecord.record") / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise RecordNewer(f"{location}: a newer Onrecord made this record (schema {version}); update Onrecord")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
