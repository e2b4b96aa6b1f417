"""How statements' days moved, and because of which decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from onrecord.model import Article, Move
from onrecord.record import codec
from onrecord.record.decisions.standing import id_of
from onrecord.record.schema import moves, statements


def moved_in(connection: Connection, article: Article) -> tuple[Move, ...]:
    """The moves in one revision of an article, the first one first."""
    its = (moves.c.article == article.id, moves.c.revision == article.revision)
    found = connection.execute(select(moves).where(*its).order_by(moves.c.number))
    return tuple(_move(row.decision, row.move) for row in found)


def moves_of(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Move, ...]]:
    """The moves of statements, by the statements' numbers; those that never moved are left out."""
    same = (moves.c.article == statements.c.article) & (moves.c.revision == statements.c.revision)
    both = select(statements.c.number.label("of"), moves.c.decision, moves.c.move).join_from(
        statements, moves, same & (moves.c.statement == statements.c.id)
    )
    found: dict[int, list[Move]] = defaultdict(list)
    for row in connection.execute(both.where(statements.c.number.in_(numbers)).order_by(moves.c.number)):
        found[row.of].append(_move(row.decision, row.move))
    return {number: tuple(its) for number, its in found.items()}


def moves_because_of(connection: Connection, decisions: Sequence[int]) -> dict[str, tuple[Move, ...]]:
    """The moves in revisions that are current, by the id of the decision that they follow from."""
    found: dict[str, list[Move]] = defaultdict(list)
    same = (moves.c.article == statements.c.article) & (moves.c.revision == statements.c.revision)
    current = select(moves).join_from(
        moves, statements, same & (moves.c.statement == statements.c.id) & statements.c.is_current
    )
    for number in decisions:
        for row in connection.execute(current.where(moves.c.decision == number).order_by(moves.c.number)):
            found[id_of(number)].append(_move(row.decision, row.move))
    return {id: tuple(its) for id, its in found.items()}


def _move(decision: int | None, stored: str) -> Move:
    move = codec.move(stored)
    return move if decision is None else replace(move, decision=id_of(decision))
