"""``Record``: the face that ``open_record`` returns. Archive, read, compare, keep."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Self, Unpack

from onrecord import comparison, resolution
from onrecord.errors import NotInRecord, PageError, UsageError
from onrecord.identities import said_in
from onrecord.model import (
    Added,
    Article,
    Capture,
    Comparison,
    DateStatus,
    Decided,
    Decision,
    Entry,
    FigureQuestion,
    Identity,
    Move,
    Page,
    Reading,
    Revision,
    SpeakerMatch,
    Statement,
    StoryDate,
)
from onrecord.pipeline.gathering import Gathering, Named, Order, Passed, current_time
from onrecord.pipeline.gathering.later import is_over, named
from onrecord.pipeline.given import person
from onrecord.pipeline.own_words import own_figures
from onrecord.pipeline.revising import revisions, vanished, with_vanished
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
        self,
        *sources: str | Path,
        published: date | None = None,
        outlet: str | None = None,
        since: date | None = None,
        follow: bool | None = None,
        limit: int | None = None,
    ) -> Generator[Added | PageError | Passed]:
        """Archive, read and keep every page of addresses, files, folders or ``-``, and compare once, at the end.

        What an earlier run archived and was killed before reading, or still wanted to fetch, comes first.

        A page that can't be read comes back as its error, is archived all the same where it has bytes, and the
        rest goes on. What is neither a new page nor a failure comes back as ``Passed``, with the reason.

        Args:
            sources: what to add.
            published: the day of publication, a person's word.
            outlet: who published it, a person's word.
            since: what a container (feed, sitemap, table …) lists with an older day is left.
            follow: fetch what containers link to; None: of those that were fetched themselves, not of local files.
            limit: at most so many pages out of containers.
        """
        named = (Named(name=str(each), published=published, outlet=outlet, since=since) for each in sources)
        yield from self.gather(Order(sources=tuple(named), follow=follow, limit=limit))

    def gather(
        self, order: Order, *, now: Callable[[], datetime] = current_time
    ) -> Generator[Added | PageError | Passed]:
        """As ``add_all``, by an order; ``now`` is the clock that failures and rests are kept by."""
        gathered = Gathering(self.store, self._settings, order, now=now).pages()
        with closing(self._read_and_keep(chain(self._left_over(), gathered))) as outcomes:
            yield from outcomes

    def retry(self) -> Generator[Added | PageError | Passed]:
        """Try all that failed once more; what was asked to wait longer by its host is left, and said so."""
        now = datetime.now(UTC)
        failed = self.store.addresses.failures()
        ready = [each for each in failed if each.next_at is None or is_over(each, now)]
        for failure in self.store.failures():
            self.store.again(failure)
        self.store.addresses.retry([each for each in ready if each.wanted.kind == "url"])
        files = (named(each.wanted) for each in ready if each.wanted.kind == "file")
        yield from self.gather(Order(sources=tuple(files)))
        for each in failed:
            if each not in ready:
                yield Passed(name=each.wanted.name, why=f"not before {each.next_at:%Y-%m-%d %H:%M} UTC")

    def _left_over(self) -> Iterator[Page]:
        return (self.store.page(capture) for capture in self.store.pending())

    def _read_and_keep(self, pages: Iterable[Page | PageError | Passed]) -> Generator[Added | PageError | Passed]:
        captures: dict[int, Capture] = {}

        def archived() -> Iterator[Page | PageError | Passed]:
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
                elif isinstance(outcome, Passed):
                    yield outcome
        if not self.is_compared():
            self.compare()

    def compare(self) -> tuple[str, ...]:
        """Compare everything with everything: copies, the dates that follow from them, origins, events, figures.

        Returns the ids of the articles whose date changed.
        """
        return self._compare(because_of=None)

    def _compare(self, *, because_of: str | None) -> tuple[str, ...]:
        state, _ = self.store.state()
        articles = {article.id: article for article in self.store.articles()}
        copies = comparison.find_copies(articles.values())
        dated = comparison.dates_from_copies(articles, copies)
        redated = tuple(self._redate(articles, dated, state=state, because_of=because_of))
        entries = tuple(self._entries(articles.values()))
        origins = comparison.trace_origins(articles, copies)
        own = own_figures(articles, entries)
        speakers, matches = comparison.identify(entries)
        found = Comparison(
            copies=copies,
            origins=origins,
            lineages=comparison.follow_events(entries, copies),
            questions=comparison.group_figures(entries, copies, origins=origins, own=own),
            speakers=speakers,
            matches=matches,
        )
        self.store.put_comparison(found, state=state)
        return redated

    def _redate(
        self, articles: dict[str, Article], changed: Mapping[str, Article], *, state: int, because_of: str | None
    ) -> Iterator[str]:
        for id, article in changed.items():
            statements = resolution.redate(article, self.store.statements(id))
            before = articles[id].date
            if self.store.redate(article, statements, decision=because_of, state=state):
                articles[id] = article
                # a rival that came to stand beside a fixed date is kept, and changes nothing
                if _settled(before) != _settled(article.date):
                    yield id

    def _entries(self, articles: Iterable[Article]) -> Iterator[Entry]:
        for article in articles:
            for statement in self.store.statements(article.id):
                yield Entry(article=article, statement=statement)

    # ── deciding ─────────────────────────────────────────────────────────────

    def fix(self, article: str, *, date: date | str, note: str = "") -> Decided:
        """Settle when a story was published: every window that hangs on it moves, here and in its copies.

        Args:
            article: its id or URL, or the id of one of its statements.
            date: a day, ``2017-11-15``, ``2017-11``, ``2017``, or ``unknown``.
            note: why, for those who read the history.

        Raises:
            NotInRecord: no such article.
            UsageError: it is no date.
        """
        return self.decide("fix date", article, str(date), note=note)

    def join_figures(self, one: str, other: str, *, note: str = "") -> Decided:
        """Settle that two questions are one; each is named by its id or that of a figure in it.

        Raises:
            NotInRecord: there is no such question or figure.
            UsageError: they are one already, or nothing in them could be compared.
        """
        return self.decide("join figures", one, other, note=note)

    def split_figures(self, question: str, figure: str, *, note: str = "") -> Decided:
        """Settle that a figure answers another question than those that it was put together with.

        Raises:
            NotInRecord: there is no such question or figure.
            UsageError: the figure is not in the question, or alone in it.
        """
        return self.decide("split figures", question, figure, note=note)

    def join_speakers(self, one: str, other: str, *, note: str = "") -> Decided:
        """Settle that two speakers are one; each is named by the id of its identity, or its name in full.

        Raises:
            NotInRecord: there is no such speaker.
            UsageError: they are one already, several are called so, or one is a person and the other is none.
        """
        return self.decide("join speakers", one, other, note=note)

    def split_speakers(self, speaker: str, member: str, *, note: str = "") -> Decided:
        """Settle that what one article, or one spelling, tells of a speaker is another's.

        Args:
            speaker: the id of its identity, or its name in full.
            member: the article's id or URL, the id of one of its statements, or the spelling.
            note: why, for those who read the history.

        Raises:
            NotInRecord: there is no such speaker.
            UsageError: nothing of it is called so, or all of it is.
        """
        return self.decide("split speakers", speaker, self._article_of(member) or member, note=note)

    def _article_of(self, name: str) -> str | None:
        """The article that an id, a URL or a statement's id means."""
        for find in (self.store.article, self.store.statement):
            try:
                found = find(name)
            except NotInRecord:
                continue
            return found.id if isinstance(found, Article) else found.article.id
        return None

    def confirm_speakers(self, one: str, other: str, *, note: str = "") -> Decided:
        """Settle that a suggested match is one speaker. Raises NotInRecord or UsageError."""
        return self.decide("confirm speakers", one, other, note=note)

    def reject_speakers(self, one: str, other: str, *, note: str = "") -> Decided:
        """Settle that a match is suggested no more. Raises NotInRecord or UsageError."""
        return self.decide("reject speakers", one, other, note=note)

    def decide(self, verb: str, target: str, after: str, *, note: str = "") -> Decided:
        """Decide something, by the verbs of ``record.decisions``. Raises NotInRecord or UsageError."""
        return self._follow(lambda who: self.store.decide(verb, target, after, who=who, note=note))

    def undo(self, decision: str | None = None, *, note: str = "") -> Decided:
        """Take a decision back, the last one in force unless one is named. Raises NotInRecord or NothingToUndo."""
        return self._follow(lambda who: self.store.undo(decision, who=who, note=note))

    def redo(self, *, note: str = "") -> Decided:
        """Take the last undo back. Raises NothingToUndo."""
        return self._follow(lambda who: self.store.redo(who=who, note=note))

    def history(self, about: str | None = None) -> tuple[Decided, ...]:
        """What people decided, oldest first: all of it, or about one article, statement, target or decision.

        Raises:
            NotInRecord: there is nothing of that name.
        """
        return self.store.history(about)

    def _follow(self, decide: Callable[[str], Decision]) -> Decided:
        """Decide, then compare anew: what the copies of a story take from it follows too."""
        was_compared = self.is_compared()
        decided = decide(person(self._settings))
        # what an earlier run left to compare doesn't follow from this decision
        self._compare(because_of=decided.id if was_compared else None)
        return next(d for d in self.store.history(decided.id) if d.decision.id == decided.id)

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
        known = () if copies else self.store.copies()
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
        known = () if copies else self.store.copies()
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
        """A statement with its article: the newest state that has it. Raises NotInRecord."""
        return with_vanished(self.store, self.store.statement(id))

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """What was altered in an article since it was first captured, the first time first."""
        return revisions(self.store, article)

    def vanished(self, article: str) -> tuple[Entry, ...]:
        """The statements that stood in older states of an article and stand in the newest no more."""
        return vanished(self.store, article)

    def reading(self, id_or_url: str) -> Reading:
        """An article with its statements, as they are kept; without the page. Raises NotInRecord."""
        return self.store.reading(id_or_url)

    def moves(self, article: str) -> tuple[Move, ...]:
        """How the days of an article's statements moved, the first move first."""
        return self.store.moves(article)

    def is_compared(self) -> bool:
        """Whether everything that was kept and decided has been compared; where a run was killed, `compare` does."""
        return self.store.state()[1]

    def comparison(self) -> Comparison:
        """What the articles say together."""
        return self.store.comparison()

    def figures(self, query: str = "") -> tuple[FigureQuestion, ...]:
        """The questions that figures answer, those with the most conflicts and figures first.

        Args:
            query: words of the question, its reason, its populations or its speakers, in any spelling of the names; or
                the id of a question or of a figure. Without it: what at least two figures answer.
        """
        questions = self.comparison().questions
        if any(not question.id for question in questions):  # compared by an older Onrecord
            self.compare()
            questions = self.comparison().questions
        return comparison.asked_for(questions, query)

    def speakers(self, query: str = "") -> tuple[Identity, ...]:
        """Who speaks, by name: persons and bodies across articles, with what people decided of them.

        Args:
            query: beginnings of words of a name, in any spelling that was joined; or an id. Without it: everybody.
        """
        return comparison.speakers_asked_for(self.comparison().speakers, query)

    def matches(self) -> tuple[SpeakerMatch, ...]:
        """Which speakers may be one, each pair with its reasons, until somebody confirms or rejects it."""
        return self.comparison().matches

    def said_by(self, speaker: Identity, *, copies: bool = True) -> tuple[Entry, ...]:
        """The statements of a speaker, under every name; ``copies`` False leaves out what copies repeat."""
        known = () if copies else self.store.copies()
        said = self.store.said(set(said_in((speaker,))))
        return tuple(entry for entry in said if not comparison.is_copied(entry, known))

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


def _settled(story: StoryDate) -> tuple[DateStatus, date | None, date | None]:
    return story.status, story.earliest, story.latest
