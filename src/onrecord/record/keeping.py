"""Readings put into the record, and articles given another date: each in one transaction.

Nothing depends on the order of arrival: of one revision's readings the one with a person's word stays, then the one
from the newest capture; of an article's revisions the one that was captured last is current.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from onrecord.errors import NotInRecord
from onrecord.model import Added, Article, Capture, Reading, Statement
from onrecord.record import codec, rows
from onrecord.record.captures.capturing import key_of, stored_time
from onrecord.record.engine import writing
from onrecord.record.schema import articles, captures, redatings, statements, words


class Keeping:
    """Changes of articles and statements."""

    def __init__(self, engine: Engine) -> None:
        self._engine = writing(engine)

    def put(self, reading: Reading, capture: Capture) -> Added:
        """Keep what was read from a capture."""
        article = reading.article
        key = key_of(capture)
        with self._engine.begin() as connection:
            held = connection.execute(select(captures).where(captures.c.key == key)).one_or_none()
            if held is None:
                raise NotInRecord(f"{capture.name}: this page was never archived here; archive it first")
            is_known = held.state == "read" and (held.article, held.revision) == (article.id, article.revision)
            changed = not is_known and _keep(connection, reading, capture)
            if not is_known:
                _mark_read(connection, key, article)
                _choose_current(connection, article.id)
            kept = connection.scalar(select(func.count()).where(*_of(statements, article)))
        return Added(article=article.id, revision=article.revision, statements=kept or 0, new=changed)

    def redate(self, article: Article, changed: tuple[Statement, ...], why: str) -> bool:
        """Give an article another date, and its statements what follows from it."""
        with self._engine.begin() as connection:
            row = connection.execute(select(articles).where(*_at(article))).one_or_none()
            if row is None:
                raise NotInRecord(f"{article.id}: the record has no such article in revision {article.revision}")
            before = codec.article(row.article)
            kept = dict(_kept(connection, article))
            moved = [s for s in changed if kept.get(s.id) != s]
            if before == article and not moved and len(kept) == len(changed):
                return False
            connection.execute(update(articles).where(*_at(article)).values(rows.article_row(article)))
            _replace_statements(connection, article, changed)
            if row.is_current:
                _show(connection, article)
            _note(connection, before, article, statements_moved=len(moved), why=why)
        return True


def _keep(connection: Connection, reading: Reading, capture: Capture) -> bool:
    """Write a reading where it is new, or outranks the one that is held; True: it was written."""
    article = reading.article
    held = connection.execute(select(articles).where(*_at(article))).one_or_none()
    seen_at = stored_time(capture.captured_at)
    given = capture.published is not None or capture.outlet is not None
    if held is not None:
        later = max(held.seen_at, seen_at)
        connection.execute(update(articles).where(*_at(article)).values(seen_at=later))
        if (given, seen_at, key_of(capture)) <= (held.given, held.captured_at, held.capture):
            return False
        seen_at = later
        connection.execute(delete(articles).where(*_at(article)))
    connection.execute(
        insert(articles).values(
            id=article.id,
            revision=article.revision,
            is_current=False,
            seen_at=seen_at,
            capture=key_of(capture),
            given=given,
            captured_at=stored_time(capture.captured_at),
            reader=codec.encode(reading.reader),
            **rows.article_row(article),
        )
    )
    _replace_statements(connection, article, reading.statements)
    return True


def _replace_statements(connection: Connection, article: Article, new: tuple[Statement, ...]) -> None:
    _hide(connection, article.id, article.revision)
    connection.execute(delete(statements).where(*_of(statements, article)))
    if new:
        connection.execute(
            insert(statements), [rows.statement_row(article, statement, i) for i, statement in enumerate(new)]
        )


def _choose_current(connection: Connection, article: str) -> None:
    ranked = select(articles).where(articles.c.id == article)
    newest, *older = connection.execute(ranked.order_by(articles.c.seen_at.desc(), articles.c.revision.desc())).all()
    for row in older:
        if row.is_current:
            _hide(connection, row.id, row.revision)
    if not newest.is_current:
        _show(connection, codec.article(newest.article))


def _show(connection: Connection, article: Article) -> None:
    """Make a revision the one that is found."""
    connection.execute(update(articles).where(*_at(article)).values(is_current=True))
    connection.execute(update(statements).where(*_of(statements, article)).values(is_current=True))
    numbered = connection.execute(select(statements.c.number, statements.c.statement).where(*_of(statements, article)))
    found = [rows.words_row(number, article, codec.statement(stored)) for number, stored in numbered]
    if found:
        connection.execute(insert(words), found)


def _hide(connection: Connection, article: str, revision: str) -> None:
    """Make a revision one of the past."""
    its = (statements.c.article == article, statements.c.revision == revision)
    shown = select(statements.c.number).where(*its, statements.c.is_current)
    connection.execute(delete(words).where(words.c.rowid.in_(shown)))
    connection.execute(update(statements).where(*its).values(is_current=False))
    past = update(articles).where(articles.c.id == article, articles.c.revision == revision)
    connection.execute(past.values(is_current=False))


def _mark_read(connection: Connection, key: str, article: Article) -> None:
    values = {"state": "read", "article": article.id, "revision": article.revision, "error": None, "problem": None}
    connection.execute(update(captures).where(captures.c.key == key).values(values))


def _note(connection: Connection, before: Article, after: Article, *, statements_moved: int, why: str) -> None:
    connection.execute(
        insert(redatings).values(
            at=stored_time(datetime.now(UTC)),
            article=after.id,
            revision=after.revision,
            before=codec.encode(before.date),
            after=codec.encode(after.date),
            statements=statements_moved,
            why=codec.storable(why or after.date.why),
        )
    )


def _kept(connection: Connection, article: Article) -> list[tuple[str, Statement]]:
    stored = connection.scalars(select(statements.c.statement).where(*_of(statements, article)))
    return [(s.id, s) for s in map(codec.statement, stored)]


def _at(article: Article) -> tuple[Any, Any]:
    return articles.c.id == article.id, articles.c.revision == article.revision


def _of(table: Any, article: Article) -> tuple[Any, Any]:
    return table.c.article == article.id, table.c.revision == article.revision
