"""Where a reading belongs: its article, or another one at the same address; and the ids that its statements keep."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from onrecord.model import Article, Reading, Statement
from onrecord.record import codec, revisions
from onrecord.record.schema import articles, captures
from onrecord.revising import attached, is_another_story

LOOKED_BACK = 10
"""Older states of an article in which the statements of a newer one are looked for."""


class Placed(NamedTuple):
    """A reading as a state of its article, and the article whose address it took over, if it did."""

    reading: Reading
    instead: str | None


def placed(connection: Connection, reading: Reading) -> Placed:
    """Find the article that a reading is a state of, by its address and by what it tells."""
    states = _states(connection, reading.article.id)
    instead = None
    if states and not _belongs(reading.article, states):
        instead = reading.article.id
        reading = _as(reading, _other(connection, reading.article))
    return Placed(reading, instead)


def name_statements(connection: Connection, article: str) -> None:
    """Give the statements of an article the ids that they keep, from its oldest state on.

    So the same captures give the same ids, in whichever order they arrived.
    """
    earlier: list[tuple[Article, tuple[Statement, ...]]] = []
    for row in _by_age(connection, article):
        state = codec.article(row.article)
        kept, natural = revisions.kept(connection, state), revisions.natural_ids(connection, state)
        read = tuple(_named(each, natural) for each in kept)
        named = attached(state, read, earlier[:LOOKED_BACK])
        if named != kept:
            read_with = {now.id: was.id for was, now in zip(read, named, strict=True)}
            revisions.replace_statements(connection, state, named, read_with)
            if row.is_current:
                revisions.show(connection, state)
        earlier.insert(0, (state, named))


def _by_age(connection: Connection, article: str) -> list[Row[Any]]:
    """The states of an article, the one that was captured first first; none where there is but one."""
    first = select(captures.c.revision, func.min(captures.c.captured_at)).where(
        captures.c.article == article, captures.c.state == "read"
    )
    seen = dict(connection.execute(first.group_by(captures.c.revision)).all())
    states = _states(connection, article)
    if len(states) < 2:
        return []
    return sorted(states, key=lambda row: (seen.get(row.revision, row.captured_at), row.revision))


def _states(connection: Connection, article: str) -> list[Row[Any]]:
    """All states of an article, the newest first."""
    newest = (articles.c.is_current.desc(), articles.c.seen_at.desc(), articles.c.revision.desc())
    return list(connection.execute(select(articles).where(articles.c.id == article).order_by(*newest)))


def _belongs(article: Article, states: list[Row[Any]]) -> bool:
    if any(row.revision == article.revision for row in states):
        return True
    return not is_another_story(codec.article(states[0].article), article)


def _other(connection: Connection, article: Article) -> str:
    """The id of the story at this address that it is a state of, else a new one, made of the address and the text."""
    at_it = select(articles).where(articles.c.url == codec.column(article.url), articles.c.id != article.id)
    for row in connection.execute(
        at_it.where(articles.c.is_current).order_by(articles.c.seen_at.desc(), articles.c.id)
    ):
        if _belongs(article, _states(connection, row.id)):
            return str(row.id)
    return "a" + _digits(f"{article.id}|{article.revision}", 16)


def _as(reading: Reading, id: str) -> Reading:
    """The reading as one of another article; its statements are others than those of the first."""
    names = {each.id: "s" + _digits(f"{id}|{each.id}", 12) for each in reading.statements}
    return replace(
        reading,
        article=replace(reading.article, id=id),
        statements=tuple(_named(each, names) for each in reading.statements),
    )


def _named(statement: Statement, names: dict[str, str]) -> Statement:
    return replace(
        statement,
        id=names.get(statement.id, statement.id),
        restates=statement.restates and names.get(statement.restates, statement.restates),
        reported_in=statement.reported_in and names.get(statement.reported_in, statement.reported_in),
    )


def _digits(text: str, count: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:count]
