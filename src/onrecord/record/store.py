"""What a record can do, whatever it is kept in: the ``Store`` protocol and what it answers with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypedDict, Unpack

from onrecord.model import (
    Added,
    Article,
    Capture,
    Comparison,
    Copy,
    Decided,
    Decision,
    Entry,
    Kind,
    Move,
    Page,
    Reading,
    Stance,
    Statement,
    StoryDate,
)

if TYPE_CHECKING:
    from onrecord.record.watching import Addresses, Sources

Day: TypeAlias = date | str
"""A day, or ``2017``, ``2017-10``, ``2017-10-31``. A lower bound takes its first day, an upper bound its last."""


class Narrowing(TypedDict, total=False):
    """What narrows a search or a due list; None or left out: everything.

    ``speaker`` and ``outlet`` match any whole word of the name (a trailing ``*``: its beginning), blind to case,
    diacritics and script; of several words each has to be there.
    """

    speaker: str | None
    outlet: str | None
    kind: Kind | Collection[Kind] | None
    stance: Stance | None


class SearchFilters(Narrowing, total=False):
    """What narrows a search.

    ``since`` and ``until`` (both inclusive) are about the days on which the words were said, else the story's date;
    ``due_since``, ``due_until`` (inclusive) and ``due_before`` (exclusive) about the last day of the due window.
    What has no such day is left out when one of them is given. ``limit``: at most so many entries
    (default 50; None: all).
    """

    since: Day | None
    until: Day | None
    due_since: Day | None
    due_until: Day | None
    due_before: Day | None
    in_headline: bool | None
    limit: int | None
    offset: int | None


class DueFilters(Narrowing, total=False):
    """The range of a due list: ``since`` and ``until`` inclusive, ``before`` exclusive; ``limit`` is each part's."""

    since: Day | None
    until: Day | None
    before: Day | None
    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """Expectations with a due window, apart by what is known of it.

    What restates another one is not listed again where their windows meet.

    Iterating gives ``dated``.
    """

    dated: tuple[Entry, ...] = ()
    """The window's last day lies in the range; the first to fall due first."""
    open: tuple[Entry, ...] = ()
    """Begins by the end of the range and has no last day ("after the election")."""
    vague: tuple[Entry, ...] = ()
    """No window at all ("soon")."""
    undated: tuple[Entry, ...] = ()
    """A window that can't be resolved until it is known when the words were said."""
    past: tuple[Entry, ...] = ()
    """Fell due before the range; the latest first."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.dated)

    def __len__(self) -> int:
        return len(self.dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A capture that could not be read, and why. ``error`` is the name of the error's class."""

    capture: Capture
    error: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redating:
    """One change of an article's date: what it was, what it became, why and when."""

    article: str
    revision: str
    at: datetime
    before: StoryDate
    after: StoryDate
    statements: int
    """How many statements changed with it."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of an article's text, with its statements, and when it was first captured in it."""

    article: Article
    statements: tuple[Statement, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCount:
    """A speaker in the record, with how many statements in how many articles."""

    name: str
    statements: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is. Articles and statements are counted once, by their newest revision."""

    captures: int
    pending: int
    failed: int
    articles: int
    revisions: int
    statements: int
    expectations: int
    speakers: int


class Store(Protocol):
    """A record: archived pages, their articles and statements, and what they say together.

    Each method that changes the record is one transaction; what it returned for is on the disk.
    Every method may raise ``RecordError``. ``addresses`` are what is fetched, ``sources`` what is watched.
    """

    @property
    def addresses(self) -> Addresses:
        """What is to be fetched, what was, and what could not be."""
        ...

    @property
    def sources(self) -> Sources:
        """What is watched."""
        ...

    def watching(self) -> AbstractContextManager[None]:
        """Be the one process that watches, as long as this lasts.

        Raises:
            RecordError: another one is at it.
        """
        ...

    def archive(self, page: Page) -> Capture:
        """Keep the page's bytes before anything is read from them. The same page again gives the same capture."""
        ...

    def captures(self) -> Iterator[Capture]:
        """Every capture, the earliest first."""
        ...

    def pending(self) -> tuple[Capture, ...]:
        """Captures archived but not yet read: where a killed run resumes."""
        ...

    def page(self, capture: Capture | str) -> Page:
        """The page as it arrived, by its capture or its digest.

        Raises:
            NotInRecord: no such capture.
            RecordDamaged: the archived bytes are gone or are not the ones that were archived.
        """
        ...

    def put(self, reading: Reading, capture: Capture) -> Added:
        """Keep what was read from a capture. The same capture and revision again changes nothing.

        Raises:
            NotInRecord: the capture was never archived here.
        """
        ...

    def fail(self, capture: Capture, error: Exception) -> None:
        """Keep why a capture could not be read; a later ``put`` takes it back, and after one it changes nothing."""
        ...

    def failures(self) -> tuple[Failure, ...]:
        """The captures that could not be read, and of whose address no later one could."""
        ...

    def again(self, failure: Failure) -> None:
        """Have a capture that could not be read wait for being read again."""
        ...

    def is_latest(self, page: Page) -> bool:
        """Whether the newest capture of a page's address is this very page."""
        ...

    def has_own_form_of(self, page: Page) -> bool:
        """Whether a page comes from another address than it goes by (an AMP twin) and that one's own page is held."""
        ...

    def latest(self, url: str) -> Capture | None:
        """The newest capture of an address; None where there is none."""
        ...

    def article(self, id_or_url: str) -> Article:
        """The newest revision of an article.

        Raises:
            NotInRecord: no such article.
        """
        ...

    def reading(self, id_or_url: str) -> Reading:
        """The newest revision of an article with its statements and who read it; without the page.

        Raises:
            NotInRecord: no such article.
        """
        ...

    def articles(self) -> Iterator[Article]:
        """The newest revision of every article, by id."""
        ...

    def revisions(self, article: str) -> tuple[Article, ...]:
        """Every revision of an article, the newest first; empty for an article that isn't there."""
        ...

    def states(self, article: str) -> tuple[State, ...]:
        """Each state that an article was captured in, the oldest first; one that came back is there again."""
        ...

    def capture(self, article: str) -> Capture:
        """The capture that the newest revision of an article was read from.

        Raises:
            NotInRecord: no such article.
        """
        ...

    def statements(self, article: str) -> tuple[Statement, ...]:
        """The statements of an article's newest revision, in text order; empty for an article that isn't there."""
        ...

    def statement(self, statement_id: str) -> Entry:
        """A statement with its article: of the newest revision that holds it.

        Raises:
            NotInRecord: no such statement.
        """
        ...

    def redate(
        self,
        article: Article,
        statements: tuple[Statement, ...],
        *,
        why: str = "",
        decision: str | None = None,
        state: int | None = None,
    ) -> bool:
        """Give an article a new date, and its statements the windows that follow from it. False: nothing changed.

        What people decided about this article is laid over it. ``why`` goes into the history (default: the new date's
        own), and ``decision``, on another article, that this follows from. Where ``state`` is the one in which the
        articles were compared and they are in another one by now, nothing changes: who changed them compares anew.

        Raises:
            NotInRecord: the record doesn't hold this article in this revision.
        """
        ...

    def redatings(self, article: str) -> tuple[Redating, ...]:
        """How an article's date changed, the first change first."""
        ...

    def moves(self, article: str) -> tuple[Move, ...]:
        """How the days of the statements of an article's newest revision moved, the first move first."""
        ...

    def decide(self, verb: str, target: str, after: str, *, who: str, note: str = "") -> Decision:
        """Add what a person decided to the history, and lay it over what the program found, now and from now on.

        ``verb`` is one of ``decisions.verbs``, which also says what ``target`` and ``after`` can be.

        Raises:
            NotInRecord: there is no such target.
            UsageError: there is no such verb, ``after`` makes no sense, or nobody is named.
        """
        ...

    def undo(self, decision: str | None = None, *, who: str, note: str = "") -> Decision:
        """Take a decision back, the last one in force unless one is named; this is a decision, too.

        Raises:
            NotInRecord: there is no such decision.
            NothingToUndo: none is in force, or the one named isn't.
        """
        ...

    def redo(self, *, who: str, note: str = "") -> Decision:
        """Take the last undo back, unless something new was decided about the same since; this is a decision, too.

        Raises:
            NothingToUndo: there is none.
        """
        ...

    def history(self, about: str | None = None) -> tuple[Decided, ...]:
        """What people decided, oldest first: all of it, or what concerns one target or one decision, by id or URL.

        Raises:
            NotInRecord: there is nothing of that name.
        """
        ...

    def search(self, query: str = "", **filters: Unpack[SearchFilters]) -> tuple[Entry, ...]:
        """The statements that hold every word of ``query``: by relevance, then said, then id.

        ``"a phrase"`` and ``begin*`` are understood; all else is plain words, found in the content, the speaker's
        name, role and description, and the title.

        Raises:
            QueryError: the query or a day can't be understood; says where.
        """
        ...

    def matches(self, query: str = "", **filters: Unpack[SearchFilters]) -> int:
        """How many statements ``search`` would give without a limit."""
        ...

    def due(self, **filters: Unpack[DueFilters]) -> DueList:
        """The expectations that fall due.

        Raises:
            QueryError: a day can't be understood.
        """
        ...

    def speakers(self, beginning: str = "") -> tuple[SpeakerCount, ...]:
        """The speakers with a word in their name that begins so, the most often quoted first."""
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def state(self) -> tuple[int, bool]:
        """Which state what is compared is in, and whether the comparison that is kept is of this state.

        The state counts on whenever an article comes, changes or has something decided about it.
        """
        ...

    def put_comparison(self, comparison: Comparison, *, state: int | None = None) -> bool:
        """Keep what the articles say together, in place of what was kept before.

        ``state`` is the one in which the articles were when they were compared (default: today's). False: what is
        kept is of a newer one, and stays.
        """
        ...

    def comparison(self) -> Comparison:
        """What the articles say together, as it was last kept, with what people decided laid over it."""
        ...

    def copies(self) -> tuple[Copy, ...]:
        """The copies of the comparison alone."""
        ...

    def said(self, at: Collection[tuple[str, str]]) -> tuple[Entry, ...]:
        """What speakers said, by article and the name that each is given there; by article, in text order."""
        ...

    def close(self) -> None:
        """Let go of the record. Nothing is lost without it."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
