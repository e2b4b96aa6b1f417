"""A record in a folder: ``record.db`` and ``captures/*.warc.gz``."""

# ruff: noqa: D102 - the Store protocol says what each method does
from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from sqlalchemy import Engine

from onrecord.errors import RecordDamaged, RecordMissing
from onrecord.model import (
    Added,
    Article,
    Capture,
    Comparison,
    Copy,
    Decided,
    Decision,
    Entry,
    Move,
    Page,
    Reading,
    Statement,
)
from onrecord.record.asking.due import Due
from onrecord.record.asking.lookup import Lookup
from onrecord.record.asking.search import Search
from onrecord.record.asking.spellings import spellings
from onrecord.record.asking.states import States
from onrecord.record.asking.tally import Tally
from onrecord.record.captures.archive import Archive
from onrecord.record.captures.capturing import Captures
from onrecord.record.compared import Compared
from onrecord.record.decisions.deciding import Deciding
from onrecord.record.engine import explained, open_engine
from onrecord.record.keeping import Keeping
from onrecord.record.migrating import migrate
from onrecord.record.store import (
    Counts,
    DueFilters,
    DueList,
    Failure,
    Redating,
    SearchFilters,
    SpeakerCount,
    State,
)
from onrecord.record.watching import Addresses, Sources
from onrecord.record.watching.alone import alone

DATABASE = "record.db"
CAPTURES = "captures"


class SqliteStore:
    """A ``Store`` in a folder. Threads and processes may share the folder, and threads the store."""

    def __init__(self, engine: Engine, archive: Archive, location: str) -> None:
        self._engine = engine
        self._location = location
        self.addresses = Addresses(engine)
        self.sources = Sources(engine)
        self._captures = Captures(engine, archive)
        self._keeping = Keeping(engine)
        self._lookup = Lookup(engine)
        self._states = States(engine)
        self._search = Search(engine)
        self._due = Due(engine)
        self._tally = Tally(engine)
        self._compared = Compared(engine)
        self._deciding = Deciding(engine, self._lookup.article_of)

    @classmethod
    def open(cls, folder: Path, *, create: bool) -> Self:
        """Open a record, bring it up to date, and take in what a crash left behind."""
        location = str(folder)
        with explained(location):
            _look(folder, create=create)
            archive = Archive(folder / CAPTURES)
            engine = open_engine(folder / DATABASE)
            store = cls(engine, archive, location)
            with archive.locked():
                migrate(engine, location)
                store._captures.mend()
        return store

    def archive(self, page: Page) -> Capture:
        with explained(self._location):
            return self._captures.archive(page)

    def captures(self) -> Iterator[Capture]:
        return self._captures.all()

    def pending(self) -> tuple[Capture, ...]:
        return self._captures.pending()

    def page(self, capture: Capture | str) -> Page:
        with explained(self._location):
            return self._captures.page(capture)

    def put(self, reading: Reading, capture: Capture) -> Added:
        return self._keeping.put(reading, capture)

    def fail(self, capture: Capture, error: Exception) -> None:
        self._captures.fail(capture, error)

    def failures(self) -> tuple[Failure, ...]:
        return self._captures.failures()

    def again(self, failure: Failure) -> None:
        self._captures.again(failure)

    def is_latest(self, page: Page) -> bool:
        return self._captures.is_latest(page)

    def has_own_form_of(self, page: Page) -> bool:
        return self._captures.has_own_form_of(page)

    def latest(self, url: str) -> Capture | None:
        return self._captures.latest(url)

    def article(self, id_or_url: str) -> Article:
        return self._lookup.article(id_or_url)

    def reading(self, id_or_url: str) -> Reading:
        return self._lookup.reading(id_or_url)

    def articles(self) -> Iterator[Article]:
        return self._lookup.articles()

    def revisions(self, article: str) -> tuple[Article, ...]:
        return self._lookup.revisions(article)

    def states(self, article: str) -> tuple[State, ...]:
        return self._states.of(article)

    def capture(self, article: str) -> Capture:
        return self._captures.by_key(self._lookup.capture_key(article))

    def statements(self, article: str) -> tuple[Statement, ...]:
        return self._lookup.statements(article)

    def statement(self, statement_id: str) -> Entry:
        return self._lookup.statement(statement_id)

    def redate(
        self,
        article: Article,
        statements: tuple[Statement, ...],
        *,
        why: str = "",
        decision: str | None = None,
        state: int | None = None,
    ) -> bool:
        return self._keeping.redate(article, statements, why=why, decision=decision, state=state)

    def redatings(self, article: str) -> tuple[Redating, ...]:
        return self._lookup.redatings(article)

    def moves(self, article: str) -> tuple[Move, ...]:
        return self._lookup.moves(article)

    def decide(self, verb: str, target: str, after: str, *, who: str, note: str = "") -> Decision:
        return self._deciding.decide(verb, target, after, who=who, note=note)

    def undo(self, decision: str | None = None, *, who: str, note: str = "") -> Decision:
        return self._deciding.undo(decision, who=who, note=note)

    def redo(self, *, who: str, note: str = "") -> Decision:
        return self._deciding.redo(who=who, note=note)

    def history(self, about: str | None = None) -> tuple[Decided, ...]:
        return self._deciding.history(about)

    def search(self, query: str = "", **filters: Unpack[SearchFilters]) -> tuple[Entry, ...]:
        return self._search.entries(query, filters, self._spelled(filters.get("speaker")))

    def matches(self, query: str = "", **filters: Unpack[SearchFilters]) -> int:
        return self._search.count(query, filters, self._spelled(filters.get("speaker")))

    def due(self, **filters: Unpack[DueFilters]) -> DueList:
        return self._due.list(filters, self._spelled(filters.get("speaker")))

    def _spelled(self, speaker: str | None) -> tuple[str, ...]:
        return () if speaker is None else spellings(self._compared.speakers(), speaker)

    def speakers(self, beginning: str = "") -> tuple[SpeakerCount, ...]:
        return self._tally.speakers(beginning)

    def counts(self) -> Counts:
        return self._tally.counts()

    def state(self) -> tuple[int, bool]:
        return self._compared.state()

    def put_comparison(self, comparison: Comparison, *, state: int | None = None) -> bool:
        return self._compared.put(comparison, state)

    def comparison(self) -> Comparison:
        return self._compared.get()

    def copies(self) -> tuple[Copy, ...]:
        return self._compared.copies()

    def said(self, at: Collection[tuple[str, str]]) -> tuple[Entry, ...]:
        return self._search.said(at)

    @contextmanager
    def watching(self) -> Iterator[None]:
        with ExitStack() as stack:
            with explained(self._location):
                stack.enter_context(alone(Path(self._location)))
            yield

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _look(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise RecordDamaged(f"{folder} is a file; a record is a folder: name the folder, or choose another place")
    if not create and not (folder / DATABASE).is_file():
        raise RecordMissing(f"there is no record at {folder}; `onrecord add PAGE --record {folder}` begins one")
