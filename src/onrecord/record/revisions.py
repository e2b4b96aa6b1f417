"""The rows of one revision of an article: found, replaced, shown to those who search, hidden from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from onrecord.model import Article, Statement
from onrecord.record import codec, rows
from onrecord.record.schema import articles, statements, words


def row_of(connection: Connection, article: Article) -> Row[Any] | None:
    """The row of a revision; None where it isn't there."""
    return connection.execute(select(articles).where(*at(article))).one_or_none()


def kept(connection: Connection, article: Article) -> tuple[Statement, ...]:
    """The statements of a revision, in text order."""
    of_it = select(statements.c.statement).where(*of(article)).order_by(statements.c.position)
    return tuple(map(codec.statement, connection.scalars(of_it)))


def replace_statements(
    connection: Connection,
    article: Article,
    new: tuple[Statement, ...],
    natural: Mapping[str, str] | None = None,
) -> None:
    """Put statements in the place of those that a revision has. It is hidden after that: ``show`` it.

    ``natural``: the ids that they were read with, by those that they keep; default: as before.
    """
    read_with = natural_ids(connection, article) | dict(natural or {})
    hide(connection, article.id, article.revision)
    connection.execute(delete(statements).where(*of(article)))
    if new:
        connection.execute(
            insert(statements),
            [
                rows.statement_row(article, statement, i) | {"natural": read_with.get(statement.id, statement.id)}
                for i, statement in enumerate(new)
            ],
        )


def natural_ids(connection: Connection, article: Article) -> dict[str, str]:
    """The ids that the statements of a revision were read with, by those that they keep."""
    found = connection.execute(select(statements.c.id, statements.c.natural).where(*of(article)))
    return {id: natural or id for id, natural in found}


def show(connection: Connection, article: Article) -> None:
    """Make a revision the one that is found."""
    connection.execute(update(articles).where(*at(article)).values(is_current=True))
    connection.execute(update(statements).where(*of(article)).values(is_current=True))
    numbered = connection.execute(select(statements.c.number, statements.c.statement).where(*of(article)))
    found = [rows.words_row(number, article, codec.statement(stored)) for number, stored in numbered]
    if found:
        connection.execute(insert(words), found)


def hide(connection: Connection, article: str, revision: str) -> None:
    """Make a revision one of the past."""
    its = (statements.c.article == article, statements.c.revision == revision)
    shown = select(statements.c.number).where(*its, statements.c.is_current)
    connection.execute(delete(words).where(words.c.rowid.in_(shown)))
    connection.execute(update(statements).where(*its).values(is_current=False))
    past = update(articles).where(articles.c.id == article, articles.c.revision == revision)
    connection.execute(past.values(is_current=False))


def at(article: Article) -> tuple[Any, Any]:
    """The condition that finds a revision's row."""
    return articles.c.id == article.id, articles.c.revision == article.revision


def of(article: Article) -> tuple[Any, Any]:
    """The condition that finds a revision's statements."""
    return statements.c.article == article.id, statements.c.revision == article.revision
