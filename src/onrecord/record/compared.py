"""What the articles say together, as it was last computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, select

from onrecord.model import Comparison
from onrecord.record import codec
from onrecord.record.engine import writing
from onrecord.record.schema import copies, lineages, origins, questions


class Compared:
    """The comparison of one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, comparison: Comparison) -> None:
        """Keep a comparison in place of the one before."""
        with writing(self._engine).begin() as connection:
            _replace(connection, copies, comparison.copies, ("copy", "original"))
            _replace(connection, origins, comparison.origins, ("name", "article"))
            _replace(connection, lineages, comparison.lineages, ("event",))
            _replace(connection, questions, comparison.questions, ("question",))

    def get(self) -> Comparison:
        """The comparison; empty where there was none yet."""
        with self._engine.connect() as connection:
            return Comparison(
                copies=tuple(map(codec.copy, _bodies(connection, copies))),
                origins=tuple(map(codec.origin, _bodies(connection, origins))),
                lineages=tuple(map(codec.lineage, _bodies(connection, lineages))),
                questions=tuple(map(codec.question, _bodies(connection, questions))),
            )


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
