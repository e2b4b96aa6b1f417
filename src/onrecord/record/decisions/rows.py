"""Decisions as rows."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from onrecord.model import Decision
from onrecord.record import codec
from onrecord.record.captures.capturing import stored_time
from onrecord.record.decisions.standing import id_of, number_of
from onrecord.record.schema import decisions


def history(connection: Connection, *, target: str | None = None) -> tuple[Decision, ...]:
    """Every decision, or those on one target, oldest first."""
    asked = select(decisions).order_by(decisions.c.number)
    if target is not None:
        asked = asked.where(decisions.c.target == target)
    return tuple(map(_decision, connection.execute(asked)))


def of_verbs(connection: Connection, verbs: tuple[str, ...]) -> tuple[Decision, ...]:
    """The decisions by some verbs, oldest first."""
    asked = select(decisions).where(decisions.c.verb.in_(verbs)).order_by(decisions.c.number)
    return tuple(map(_decision, connection.execute(asked)))


def add(connection: Connection, decided: Decision) -> Decision:
    """Write a decision; the id that it comes with is nobody's yet, the one that it gets is returned."""
    values = {
        "at": stored_time(decided.at),
        "who": codec.column(decided.who),
        "verb": decided.verb,
        "target": codec.column(decided.target),
        "before": codec.storable(decided.before),
        "after": codec.storable(decided.after),
        "note": codec.storable(decided.note),
        "undoes": None if decided.undoes is None else number_of(decided.undoes),
    }
    number = connection.execute(insert(decisions).values(values).returning(decisions.c.number)).scalar_one()
    return _decision(connection.execute(select(decisions).where(decisions.c.number == number)).one())


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        id=id_of(row.number),
        at=row.at.replace(tzinfo=UTC),
        who=row.who,
        verb=row.verb,
        target=row.target,
        before=row.before,
        after=row.after,
        note=row.note,
        undoes=None if row.undoes is None else id_of(row.undoes),
    )
