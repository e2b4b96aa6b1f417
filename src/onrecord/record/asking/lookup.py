"""Articles and statements found by what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from onrecord.errors import NotInRecord
from onrecord.model import Article, Entry, Move, Reading, Statement
from onrecord.record import codec, revisions
from onrecord.record.asking.moved import moved_in, moves_of
from onrecord.record.schema import articles, redatings, statements
from onrecord.record.store import Redating

_BATCH = 200


class Lookup:
    """What the record holds, by id or URL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def article(self, id_or_url: str) -> Article:
        """The newest revision of an article."""
        return codec.article(self._row(id_or_url).article)

    def reading(self, id_or_url: str) -> Reading:
        """The newest revision of an article with its statements."""
        row = self._row(id_or_url)
        article = codec.article(row.article)
        with self._engine.connect() as connection:
            return Reading(
                article=article, statements=revisions.kept(connection, article), reader=codec.reader(row.reader)
            )

    def capture_key(self, id_or_url: str) -> str:
        """The key of the capture that the newest revision was read from."""
        key: str = self._row(id_or_url).capture
        return key

    def articles(self) -> Iterator[Article]:
        """The newest revision of every article, by id; in batches, so that no transaction stays open meanwhile."""
        current = select(articles.c.article).where(articles.c.is_current).order_by(articles.c.id).limit(_BATCH)
        after = ""
        while True:
            with self._engine.connect() as connection:
                found = [codec.article(stored) for stored in connection.scalars(current.where(articles.c.id > after))]
            yield from found
            if len(found) < _BATCH:
                return
            after = found[-1].id

    def revisions(self, article: str) -> tuple[Article, ...]:
        """Every revision of an article, the newest first."""
        newest = (articles.c.seen_at.desc(), articles.c.revision.desc())
        with self._engine.connect() as connection:
            stored = connection.scalars(
                select(articles.c.article).where(articles.c.id == codec.storable(article)).order_by(*newest)
            )
            return tuple(map(codec.article, stored))

    def statements(self, article: str) -> tuple[Statement, ...]:
        """The statements of an article's newest revision, in text order."""
        its = (statements.c.article == codec.storable(article), statements.c.is_current)
        with self._engine.connect() as connection:
            stored = connection.scalars(select(statements.c.statement).where(*its).order_by(statements.c.position))
            return tuple(map(codec.statement, stored))

    def statement(self, statement_id: str) -> Entry:
        """A statement with its article, of the newest revision that holds it."""
        both = select(statements.c.statement, articles.c.article).join_from(statements, articles, OF_ARTICLE)
        newest = (articles.c.is_current.desc(), articles.c.seen_at.desc(), articles.c.id, articles.c.revision.desc())
        with self._engine.connect() as connection:
            row = connection.execute(
                both.where(statements.c.id == codec.storable(statement_id)).order_by(*newest).limit(1)
            ).one_or_none()
            if row is None:
                raise NotInRecord(f"{statement_id}: no such statement in the record")
            article, found = codec.article(row.article), codec.statement(row.statement)
            moved = moved_in(connection, article)
        return Entry(article=article, statement=found, moves=tuple(m for m in moved if m.statement == found.id))

    def article_of(self, name: str) -> Article:
        """The newest revision of an article, by its id, its URL or the id of one of its statements."""
        try:
            return self.article(name)
        except NotInRecord:
            stated = select(statements.c.article).where(
                statements.c.id == codec.storable(name), statements.c.is_current
            )
            with self._engine.connect() as connection:
                id = connection.scalar(stated.order_by(statements.c.article).limit(1))
            if id is None:
                raise NotInRecord(
                    f"{name!r} is no article or statement in this record; `onrecord search` finds the ids"
                ) from None
            return self.article(id)

    def moves(self, article: str) -> tuple[Move, ...]:
        """How the days of an article's statements moved."""
        try:
            newest = self.article(article)
        except NotInRecord:
            return ()
        with self._engine.connect() as connection:
            return moved_in(connection, newest)

    def redatings(self, article: str) -> tuple[Redating, ...]:
        """How an article's date changed, the first change first."""
        changes = select(redatings).where(redatings.c.article == codec.storable(article)).order_by(redatings.c.number)
        with self._engine.connect() as connection:
            return tuple(
                Redating(
                    article=row.article,
                    revision=row.revision,
                    at=row.at.replace(tzinfo=UTC),
                    before=codec.story_date(row.before),
                    after=codec.story_date(row.after),
                    statements=row.statements,
                    why=row.why,
                )
                for row in connection.execute(changes)
            )

    def _row(self, id_or_url: str) -> Row[Any]:
        name = codec.column(id_or_url)
        # an id before a URL; of two articles that told their stories at one URL, the later one
        by = ((articles.c.id == name), (articles.c.url == name))
        with self._engine.connect() as connection:
            for where in by:
                found = (
                    select(articles)
                    .where(where, articles.c.is_current)
                    .order_by(articles.c.seen_at.desc(), articles.c.id)
                    .limit(1)
                )
                row = connection.execute(found).one_or_none()
                if row is not None:
                    return row
        raise NotInRecord(f"{id_or_url}: no such article in the record")


OF_ARTICLE = (statements.c.article == articles.c.id) & (statements.c.revision == articles.c.revision)
"""Joins a statement to its article."""


def entries(connection: Connection, numbers: list[int]) -> dict[int, Entry]:
    """Entries by their statements' numbers; an article that several share is decoded once."""
    columns = (statements.c.number, statements.c.statement, articles.c.id, articles.c.article)
    both = select(*columns).join_from(statements, articles, OF_ARTICLE)
    whole: dict[str, Article] = {}
    found: dict[int, Entry] = {}
    # in batches: SQLite takes only so many parameters
    for at in range(0, len(numbers), _BATCH):
        batch = numbers[at : at + _BATCH]
        moved = moves_of(connection, batch)
        for number, statement, article_id, article in connection.execute(both.where(statements.c.number.in_(batch))):
            if article_id not in whole:
                whole[article_id] = codec.article(article)
            of_it = moved.get(number, ())
            found[number] = Entry(article=whole[article_id], statement=codec.statement(statement), moves=of_it)
    return found
