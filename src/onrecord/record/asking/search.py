"""Search: words by FTS5, everything else by columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, bindparam, func, literal_column, select, text

from onrecord.model import Entry
from onrecord.record.asking import narrowing, query
from onrecord.record.asking.lookup import entries
from onrecord.record.schema import statements, words
from onrecord.record.store import SearchFilters

PAGE = 50
"""How many entries a search gives unless told otherwise."""

# the content counts most, then who said it, then the title; the folded name is there to be matched, not to be ranked
_RANK: ColumnElement[float] = literal_column("bm25(statement_words, 10.0, 2.0, 5.0, 0.0)")
_MATCH = text("statement_words MATCH :expression")
_SNIPPET = text(
    "SELECT rowid, snippet(statement_words, 0, '[', ']', ' … ', 24) FROM statement_words"
    " WHERE statement_words MATCH :expression AND rowid IN :numbers"
).bindparams(bindparam("numbers", expanding=True))


class Search:
    """Finds statements."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def entries(self, asked: str, filters: SearchFilters, spelled: Sequence[str] = ()) -> tuple[Entry, ...]:
        """The statements found, by relevance, then said, then id; the speaker under these spellings, too."""
        expression = query.expression(asked, speaker=filters.get("speaker"), spelled=spelled)
        ranked = _found(expression, filters, statements.c.number)
        order: list[Any] = [] if expression is None else [_RANK]
        order += [statements.c.said_earliest.is_(None), statements.c.said_earliest, statements.c.id]
        ranked = ranked.order_by(*order, statements.c.article)
        ranked = _paged(ranked, filters)
        with self._engine.connect() as connection:
            numbers = list(connection.scalars(ranked, _parameters(expression)))
            found = entries(connection, numbers)
            snippets = {} if expression is None else _snippets(connection, expression, numbers)
        return tuple(replace(found[n], snippet=snippets.get(n, "")) for n in numbers)

    def count(self, asked: str, filters: SearchFilters, spelled: Sequence[str] = ()) -> int:
        """How many statements there are to be found."""
        expression = query.expression(asked, speaker=filters.get("speaker"), spelled=spelled)
        with self._engine.connect() as connection:
            counted = _found(expression, filters, func.count())
            return connection.scalar(counted, _parameters(expression)) or 0

    def said(self, at: Collection[tuple[str, str]]) -> tuple[Entry, ...]:
        """What speakers said, given as pairs of an article and the speaker's name as it is written there."""
        wanted, of_articles = set(at), sorted({article for article, _ in at})
        numbers: list[int] = []
        with self._engine.connect() as connection:
            asked = select(statements.c.number, statements.c.article, statements.c.speaker).where(
                statements.c.is_current
            )
            for first in range(0, len(of_articles), PAGE):
                rows = asked.where(statements.c.article.in_(of_articles[first : first + PAGE]))
                found = connection.execute(rows.order_by(statements.c.article, statements.c.position))
                numbers += [number for number, article, speaker in found if (article, speaker) in wanted]
            whole = entries(connection, numbers)
        return tuple(whole[number] for number in numbers)


def _found(expression: str | None, filters: SearchFilters, what: Any) -> Select[Any]:
    chosen = select(what).select_from(statements).where(statements.c.is_current, *narrowing.by_search(filters))
    if expression is None:
        return chosen
    return chosen.join(words, words.c.rowid == statements.c.number).where(_MATCH)


def _paged(ranked: Select[Any], filters: SearchFilters) -> Select[Any]:
    limit = narrowing.not_negative(filters.get("limit", PAGE), "limit")
    offset = narrowing.not_negative(filters.get("offset"), "offset")
    return ranked.limit(limit).offset(offset or 0)


def _parameters(expression: str | None) -> dict[str, str]:
    return {} if expression is None else {"expression": expression}


def _snippets(connection: Connection, expression: str, numbers: list[int]) -> dict[int, str]:
    if not numbers:
        return {}
    rows = connection.execute(_SNIPPET, {"expression": expression, "numbers": numbers})
    return dict(rows.all())
