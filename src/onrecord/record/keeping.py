"""Readings put into the record, and articles given another date: each in one transaction.

Nothing depends on the order of arrival: of one revision's readings the one with a person's word stays, then the one
from the newest capture; of an article's revisions the one that was captured last is current. What people decided is
laid over whatever is put in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from onrecord.errors import NotInRecord
from onrecord.model import Added, Article, Capture, Reading, Statement
from onrecord.moments import redated, weigh
from onrecord.record import codec, redating, revisions, rows
from onrecord.record.captures.capturing import key_of, stored_time
from onrecord.record.compared import mark_changed
from onrecord.record.decisions import laying
from onrecord.record.decisions.standing import number_of
from onrecord.record.engine import writing
from onrecord.record.placing import name_statements, placed
from onrecord.record.schema import articles, captures, comparing, statements
from onrecord.revising import is_altered


class Keeping:
    """Changes of articles and statements."""

    def __init__(self, engine: Engine) -> None:
        self._engine = writing(engine)

    def put(self, reading: Reading, capture: Capture) -> Added:
        """Keep what was read from a capture."""
        key = key_of(capture)
        with self._engine.begin() as connection:
            held = connection.execute(select(captures).where(captures.c.key == key)).one_or_none()
            if held is None:
                raise NotInRecord(f"{capture.name}: this page was never archived here; archive it first")
            if held.state == "read" and held.revision == reading.article.revision:
                return replace(_added(connection, (held.article, held.revision), new=False), known=True)
            reading, instead = placed(connection, reading)
            article = reading.article
            before = _current(connection, article.id)
            changed = _keep(connection, reading, capture)
            _mark_read(connection, key, article)
            _choose_current(connection, article.id)
            name_statements(connection, article.id)
            if changed:
                mark_changed(connection)
            added = _added(connection, (article.id, article.revision), new=changed)
            if before is None:
                return replace(added, instead=instead)
            now = _current(connection, article.id)
            is_newer = now is not None and now.revision == article.revision and is_altered(before, now)
            return replace(added, known=True, revises=before.revision if is_newer else None)

    def redate(
        self, article: Article, changed: tuple[Statement, ...], *, why: str, decision: str | None, state: int | None
    ) -> bool:
        """Give an article another date, and its statements what follows from it."""
        with self._engine.begin() as connection:
            if state not in (None, connection.scalar(select(comparing.c.changed))):
                return False
            row = revisions.row_of(connection, article)
            if row is None:
                raise NotInRecord(f"{article.id}: the record has no such article in revision {article.revision}")
            after = laying.laid(connection, article, changed)
            number = None if decision is None else number_of(decision)
            before = codec.article(row.article)
            return redating.write(connection, before, after, shown=row.is_current, why=why, decision=number)


def _added(connection: Connection, at: tuple[str, str], *, new: bool) -> Added:
    article, revision = at
    its = (statements.c.article == article, statements.c.revision == revision)
    kept = connection.scalar(select(func.count()).select_from(statements).where(*its))
    return Added(article=article, revision=revision, statements=kept or 0, new=new)


def _current(connection: Connection, article: str) -> Article | None:
    """The newest state of an article."""
    stored = connection.scalar(select(articles.c.article).where(articles.c.id == article, articles.c.is_current))
    return None if stored is None else codec.article(stored)


def _keep(connection: Connection, reading: Reading, capture: Capture) -> bool:
    """Write a reading where it is new, or outranks the one that is held; True: it was written."""
    article, new = reading.article, reading.statements
    held = revisions.row_of(connection, article)
    seen_at = stored_time(capture.captured_at)
    given = capture.published is not None or capture.outlet is not None
    if held is not None:
        later = max(held.seen_at, seen_at)
        connection.execute(update(articles).where(*revisions.at(article)).values(seen_at=later))
        if (given, seen_at, key_of(capture)) <= (held.given, held.captured_at, held.capture):
            return False
        seen_at = later
        article, new = _with_copies(article, new, codec.article(held.article))
    article, new = laying.laid(connection, article, new)
    if held is not None:
        _note_if_redated(connection, held, article, new)
        connection.execute(delete(articles).where(*revisions.at(article)))
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
    revisions.replace_statements(connection, article, new)
    return True


def _with_copies(article: Article, new: tuple[Statement, ...], held: Article) -> tuple[Article, tuple[Statement, ...]]:
    """What copies say of the date is not read from the page, so a page that is read again has it still."""
    copies = tuple(c for c in held.date.candidates if c.where == "copy")
    if not copies:
        return article, new
    dated = replace(article, date=weigh((*article.date.candidates, *copies)))
    return dated, tuple(redated(s, dated.date) for s in new)


def _note_if_redated(connection: Connection, held: Row[Any], article: Article, new: tuple[Statement, ...]) -> None:
    before = codec.article(held.article)
    if (before.date.earliest, before.date.latest) != (article.date.earliest, article.date.latest):
        old = revisions.kept(connection, article)
        redating.note(connection, before, (article, new), old=old, why=f"Read again: {article.date.why}")


def _choose_current(connection: Connection, article: str) -> None:
    ranked = select(articles).where(articles.c.id == article)
    newest, *older = connection.execute(ranked.order_by(articles.c.seen_at.desc(), articles.c.revision.desc())).all()
    for row in older:
        if row.is_current:
            revisions.hide(connection, row.id, row.revision)
    if not newest.is_current:
        revisions.show(connection, codec.article(newest.article))


def _mark_read(connection: Connection, key: str, article: Article) -> None:
    values = {"state": "read", "article": article.id, "revision": article.revision, "error": None, "problem": None}
    connection.execute(update(captures).where(captures.c.key == key).values(values))
