"""What the articles say together, as it was last computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, select, update

from onrecord.model import Comparison, Copy, Identity
from onrecord.record import codec
from onrecord.record.decisions import laying
from onrecord.record.engine import writing
from onrecord.record.schema import comparing, copies, identities, lineages, matches, origins, questions


class Compared:
    """The comparison of one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, comparison: Comparison, state: int | None) -> bool:
        """Keep what the program found in place of the one before, unless that is of a newer state."""
        with writing(self._engine).begin() as connection:
            now = connection.execute(select(comparing)).one()
            of = now.changed if state is None else state
            if of < now.compared:
                return False
            _replace(connection, copies, comparison.copies, ("copy", "original"))
            _replace(connection, origins, comparison.origins, ("name", "article"))
            _replace(connection, lineages, comparison.lineages, ("event",))
            _replace(connection, questions, comparison.questions, ("question",))
            _replace(connection, identities, comparison.speakers, ("id",))
            _replace(connection, matches, comparison.matches, ("one", "other"))
            connection.execute(update(comparing).values(compared=of))
        return True

    def get(self) -> Comparison:
        """The comparison with what people decided laid over it; empty where there was none yet."""
        with self._engine.connect() as connection:
            return laying.over_comparison(connection, found(connection))

    def copies(self) -> tuple[Copy, ...]:
        """The copies alone: of a large record the rest takes its time."""
        with self._engine.connect() as connection:
            return tuple(map(codec.copy, _bodies(connection, copies)))

    def speakers(self) -> tuple[Identity, ...]:
        """The speakers alone, with what people decided laid over them."""
        with self._engine.connect() as connection:
            told = Comparison(speakers=tuple(map(codec.identity, _bodies(connection, identities))))
            return laying.over_comparison(connection, told).speakers

    def state(self) -> tuple[int, bool]:
        """The state that what is compared is in, and whether the comparison that is kept is of it."""
        with self._engine.connect() as connection:
            now = connection.execute(select(comparing)).one()
        return now.changed, now.compared == now.changed


def found(connection: Connection) -> Comparison:
    """The comparison as the program found it."""
    return Comparison(
        copies=tuple(map(codec.copy, _bodies(connection, copies))),
        origins=tuple(map(codec.origin, _bodies(connection, origins))),
        lineages=tuple(map(codec.lineage, _bodies(connection, lineages))),
        questions=tuple(map(codec.question, _bodies(connection, questions))),
        speakers=tuple(map(codec.identity, _bodies(connection, identities))),
        matches=tuple(map(codec.match, _bodies(connection, matches))),
    )


def mark_changed(connection: Connection) -> None:
    """Say that something which is compared has changed: until the next comparison, the kept one is of yesterday."""
    connection.execute(update(comparing).values(changed=comparing.c.changed + 1))


def _replace(connection: Connection, table: Table, nouns: Sequence[Any], columns: tuple[str, ...]) -> None:
    connection.execute(delete(table))
    found = [
        {"position": i, "body": codec.encode(noun)} | {name: codec.column(getattr(noun, name)) for name in columns}
        for i, noun in enumerate(nouns)
    ]
    if found:
        connection.execute(insert(table), found)


def _bodies(connection: Connection, table: Table) -> Sequence[str]:
    return connection.scalars(select(table.c.body).order_by(table.c.position)).all()
