"""An article given another date: its statements' days move, and the record keeps from where to where, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from onrecord.model import Article, Due, Moment, Move, SaidOn, Statement
from onrecord.record import codec, revisions, rows
from onrecord.record.captures.capturing import stored_time
from onrecord.record.schema import articles, moves, redatings


def write(
    connection: Connection,
    before: Article,
    after: tuple[Article, tuple[Statement, ...]],
    *,
    shown: bool,
    why: str,
    decision: int | None,
) -> bool:
    """Put an article and its statements in the place of what is kept of this revision. False: nothing differed."""
    article, new = after
    old = revisions.kept(connection, article)
    if before == article and old == new:
        return False
    connection.execute(update(articles).where(*revisions.at(article)).values(rows.article_row(article)))
    revisions.replace_statements(connection, article, new)
    if shown:
        revisions.show(connection, article)
    note(connection, before, after, old=old, why=why, decision=decision)
    return True


def note(
    connection: Connection,
    before: Article,
    after: tuple[Article, tuple[Statement, ...]],
    *,
    old: tuple[Statement, ...],
    why: str,
    decision: int | None = None,
) -> None:
    """Keep that a date changed and what moved with it; ``why`` is empty: the new date's own reason."""
    article, new = after
    at, why = datetime.now(UTC), codec.storable(why or article.date.why)
    known = {s.id: s for s in old}
    connection.execute(
        insert(redatings).values(
            at=stored_time(at),
            article=article.id,
            revision=article.revision,
            before=codec.encode(before.date),
            after=codec.encode(article.date),
            statements=sum(known.get(s.id) != s for s in new),
            why=why,
        )
    )
    if rows_of_moves := [_move_row(article, move, decision) for move in _moves(known, new, at, why)]:
        connection.execute(insert(moves), rows_of_moves)


def _move_row(article: Article, move: Move, decision: int | None) -> dict[str, Any]:
    return {
        "decision": decision,
        "article": article.id,
        "revision": article.revision,
        "statement": move.statement,
        "move": codec.encode(move),
    }


def _moves(known: dict[str, Statement], new: Iterable[Statement], at: datetime, why: str) -> Iterator[Move]:
    for now in new:
        was = known.get(now.id)
        if was is None:
            continue
        said, due = (_said(was.said_on), _said(now.said_on)), (_due(was.due), _due(now.due))
        if said[0] != said[1] or due[0] != due[1]:
            yield Move(
                statement=now.id,
                at=at,
                why=why,
                said_before=said[0],
                said_after=said[1],
                due_before=due[0],
                due_after=due[1],
            )


def _said(said: SaidOn | None) -> Moment | None:
    return None if said is None else _known(said.earliest, said.latest)


def _due(due: Due | None) -> Moment | None:
    known = None if due is None else _known(due.earliest, due.latest)
    if due is None or known is None:
        return None
    return Moment(earliest=due.earliest, latest=due.latest, precision=due.precision, approximate=due.approximate)


def _known(earliest: date | None, latest: date | None) -> Moment | None:
    return Moment(earliest=earliest, latest=latest) if earliest or latest else None
