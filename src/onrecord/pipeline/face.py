"""``Record``: the face that ``open_record`` returns. Archive, read, compare, keep."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Self, Unpack

from onrecord import comparison, intake, resolution
from onrecord.errors import PageError, UsageError
from onrecord.model import Added, Article, Capture, Comparison, Entry, Page, Reading, Statement
from onrecord.pipeline.worker import read_each
from onrecord.record import Counts, DueFilters, DueList, SearchFilters, Store
from onrecord.settings import Settings

PAGE = 50
"""Entries that are asked of the store at a time, and the limit of a search where none is given."""


class Record:
    """A record, open. Use it as a context manager, or ``close`` it.

    ``store`` is what it is kept in, for what this face doesn't offer.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self._settings = settings

    # ── putting in ───────────────────────────────────────────────────────────

    def add(self, reading: Reading) -> Added:
        """Keep one reading: its page's bytes first, then what was read, compared with all that is there.

        Raises:
            UsageError: the reading has lost its page, so there are no bytes to keep.
        """
        if reading.page is None:
            raise UsageError("this reading has no page to archive; read it again with onrecord.read(…)")
        added = self.store.put(reading, self.store.archive(reading.page))
        return replace(added, redated=self.compare())

    def add_all(
        self, *sources: str | Path, published: date | None = None, outlet: str | None = None
    ) -> Generator[Added | PageError]:
        """Archive, read and keep every page of files, folders or ``-``, and compare once, at the end.

        What an earlier run archived and was killed before reading is read first.

        A page that can't be read comes back as its error, is archived all the same where it has bytes, and the
        rest goes on.
        """
        given = (
            intake.pages(str(source), settings=self._settings, published=published, outlet=outlet) for source in sources
        )
        yield from self._read_and_keep(chain(self._left_over(), *given))

    def _left_over(self) -> Iterator[Page]:
        return (self.store.page(capture) for capture in self.store.pending())

    def _read_and_keep(self, pages: Iterable[Page | PageError]) -> Generator[Added | PageError]:
        captures: dict[int, Capture] = {}

        def archived() -> Iterator[Page | PageError]:
            for number, page in enumerate(pages):
                if isinstance(page, Page):
                    captures[number] = self.store.archive(page)
                yield page

        with closing(read_each(archived(), self._settings)) as outcomes:
            for number, outcome in enumerate(outcomes):
                capture = captures.pop(number, None)
                if isinstance(outcome, Reading) and capture is not None:
                    yield self.store.put(outcome, capture)
                elif isinstance(outcome, PageError):
                    if capture is not None:
                        self.store.fail(capture, outcome)
                    yield outcome
        self.compare()

    def compare(self) -> tuple[str, ...]:
        """Compare everything with everything: copies, the dates that follow from them, origins, events, figures.

        Returns the ids of the articles whose date changed.
        """
        articles = {article.id: article for article in self.store.articles()}
        copies = comparison.find_copies(articles.values())
        redated = tuple(self._redate(articles, comparison.dates_from_copies(articles, copies)))
        entries = tuple(self._entries(articles.values()))
        self.store.put_comparison(
            Comparison(
                copies=copies,
                origins=comparison.trace_origins(articles, copies),
                lineages=comparison.follow_events(entries, copies),
                questions=comparison.group_figures(entries, copies),
            )
        )
        return redated

    def _redate(self, articles: dict[str, Article], changed: Mapping[str, Article]) -> Iterator[str]:
        for id, article in changed.items():
            statements = resolution.redate(article, self.store.statements(id))
            if self.store.redate(article, statements):
                articles[id] = article
                yield id

    def _entries(self, articles: Iterable[Article]) -> Iterator[Entry]:
        for article in articles:
            for statement in self.store.statements(article.id):
                yield Entry(article=article, statement=statement)

    # ── asking ───────────────────────────────────────────────────────────────

    def search(self, query: str = "", *, copies: bool = True, **filters: Unpack[SearchFilters]) -> tuple[Entry, ...]:
        """The statements that hold every word of ``query``, narrowed by ``filters``.

        Args:
            query: words; ``"a phrase"`` and ``begin*`` are understood.
            copies: False leaves out what a copy repeats of its original.
            filters: see ``SearchFilters``; ``limit`` holds for what is left.

        Raises:
            QueryError: the query or a day can't be understood.
        """
        known = () if copies else self.store.comparison().copies
        if not known:
            return self.store.search(query, **filters)
        limit, offset = filters.get("limit", PAGE), filters.get("offset") or 0
        kept: list[Entry] = []
        while limit is None or len(kept) < limit:
            asked: SearchFilters = {**filters, "limit": PAGE, "offset": offset}
            found = self.store.search(query, **asked)
            kept += (entry for entry in found if not comparison.is_copied(entry, known))
            if len(found) < PAGE:
                break
            offset += PAGE
        return tuple(kept[:limit])

    def due(self, *, copies: bool = False, **filters: Unpack[DueFilters]) -> DueList:
        """The expectations that fall due, each once: what a copy repeats of its original is left out.

        Args:
            copies: list those of copies, too.
            filters: the range, and what narrows it.

        Raises:
            QueryError: a day can't be understood.
        """
        known = () if copies else self.store.comparison().copies
        if not known:
            return self.store.due(**filters)
        limit = filters.pop("limit", None)  # it holds for what is left when copies are out
        found = self.store.due(**filters)
        return DueList(
            **{
                group.name: tuple(e for e in getattr(found, group.name) if not comparison.is_copied(e, known))[:limit]
                for group in fields(found)
            }
        )

    def article(self, id_or_url: str) -> Article:
        """An article, by id or URL. Raises NotInRecord."""
        return self.store.article(id_or_url)

    def statements(self, article: str) -> tuple[Statement, ...]:
        """The statements of an article, by its id."""
        return self.store.statements(article)

    def statement(self, id: str) -> Entry:
        """A statement with its article. Raises NotInRecord."""
        return self.store.statement(id)

    def comparison(self) -> Comparison:
        """What the articles say together."""
        return self.store.comparison()

    def counts(self) -> Counts:
        """How much there is."""
        return self.store.counts()

    # ── letting go ───────────────────────────────────────────────────────────

    def close(self) -> None:
        """Let go of the record. Nothing is lost without it."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
