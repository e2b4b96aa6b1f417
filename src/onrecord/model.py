"""The nouns of the record, as TERMS defines them.

Frozen, slotted, keyword-only dataclasses; tuples, never lists. This module imports nothing of ours.
Every span is half-open ``[start, end)`` in code points of the text that it belongs to
(``Article.text`` unless a docstring says otherwise).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["direct", "indirect", "mixed"]
Kind: TypeAlias = Literal[
    "forecast", "commitment", "schedule", "appeal", "denial", "accusation", "assessment", "report"
]
Stance: TypeAlias = Literal["asserts", "reports", "disputes"]
Strength: TypeAlias = Literal["certain", "likely", "possible", "hoped"]
Precision: TypeAlias = Literal[
    "hour", "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"
]
DateStatus: TypeAlias = Literal["agreed", "stated", "disputed", "unknown"]
Where: TypeAlias = Literal["metadata", "url", "feed", "dateline", "byline", "text", "chrome", "copy", "given"]
Anchor: TypeAlias = Literal["said_on", "absolute", "event"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]

ChangeKind: TypeAlias = Literal[
    "figure", "quotation removed", "quotation changed", "quotation added", "headline", "correction", "date",
    "text removed", "text changed", "text added", "moved",
]  # fmt: skip
"""Kinds of change of an article, those that weigh most first."""

EXPECTATION_KINDS: frozenset[Kind] = frozenset({"forecast", "commitment", "schedule"})


class Span(NamedTuple):
    """Half-open ``[start, end)`` in code points."""

    start: int
    end: int


Spans: TypeAlias = tuple[Span, ...]
"""A span set: in order, not overlapping, possibly discontinuous."""

ELLIPSIS = " … "
"""What stands between the pieces of a discontinuous span set when it is quoted."""


def quote(text: str, where: Span | Spans) -> str:
    """The words of ``text`` at one span or a span set (pieces joined by `` … ``)."""
    if isinstance(where, Span):
        return text[where.start : where.end]
    return ELLIPSIS.join(text[s.start : s.end] for s in where)


# ── what arrives ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the container that a story came in (feed entry, wire item, CSV row, mail …) says of it; all as written.

    ``published``, ``changed`` and ``made`` are ISO 8601 or RFC 822. ``credits`` are the agencies that it names as
    origins. ``made`` is when the file was made (PDF): weak, as a file is made anew when it is printed or mended.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    changed: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    made: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How a page was fetched: the address that was asked for, and the one that answered after all redirects.

    ``archived`` is a link to the page in a public web archive, if one was asked for; nothing was fetched there.
    """

    asked: str
    final: str
    archived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What arrived, before anything is read from it.

    ``name`` is what messages call it (a path, a URL, ``-``); ``format`` is a key of
    ``intake.FORMATS``; ``encoding`` a codec name that decodes ``data`` (undecodable bytes become U+FFFD).
    ``published`` and ``outlet`` are a person's word and outrank what the page says; ``stated`` is its container's.
    """

    data: bytes
    name: str
    format: str
    encoding: str = "utf-8"
    url: str | None = None
    captured_at: datetime | None = None
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
    route: Route | None = None

    @property
    def text(self) -> str:
        """The decoded page, line ends as LF, without a byte order mark."""
        decoded = self.data.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        return decoded.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of a page as they were archived: addressed by ``digest`` (SHA-256, hex)."""

    digest: str
    name: str
    format: str
    encoding: str
    url: str | None
    captured_at: datetime
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
    route: Route | None = None


# ── dates ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Calendar days ``[earliest, latest]``, both inclusive, either open (None)."""

    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "day"
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One reading of when a story was published, with where it stood and why it counts or doesn't.

    ``value`` is TIMEX3 written (``2017-10-31``, ``XXXX-07-16`` where the year is missing, ``XXXX-WXX-2``);
    ``earliest``/``latest`` are None for a partial date. ``changed``: it tells when the page was last changed, which
    is not when the story was published.
    """

    value: str
    earliest: date | None
    latest: date | None
    where: Where
    words: str
    why: str
    changed: bool = False
    marked: bool = False
    """The page marks it as the day of publication."""
    unspecific: bool = False
    """The page names it and does not say of what."""
    decision: str | None = None
    """The id of the person's decision that gave it, in a record. One without days says that the day is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDate:
    """The date of a story: ``disputed`` and ``unknown`` leave the days None. ``why`` says how it was weighed."""

    status: DateStatus = "unknown"
    earliest: date | None = None
    latest: date | None = None
    candidates: tuple[DateCandidate, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression in running text: TIMEX3 ``type`` and symbolic ``value``, and the interval where known.

    ``span`` is into the text that was given.
    """

    span: Span
    type: TimexType
    value: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "day"
    vague: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When the words were said. ``span`` is the time words (None: the story's own date stands in for them).

    ``value`` is symbolic (``XXXX-WXX-2`` for "on Tuesday"), so that a corrected story date moves the days.
    """

    value: str | None
    earliest: date | None
    latest: date | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due window: always ``value`` resolved against said_on; the days are None until it can be resolved.

    ``value`` is TIMEX3 written, an interval with ``/``: ``P1M/P2M`` (offsets from said_on), ``XXXX-11-18``,
    ``2017-12``, ``../2017-12-31`` (open start = said_on). See ``moments.windows`` for the whole notation.
    """

    span: Span
    value: str
    anchor: Anchor
    earliest: date | None
    latest: date | None
    precision: Precision
    vague: bool = False
    approximate: bool = False


# ── articles ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """Words of the page that are not the story, and why they were left out."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The story in a page. ``text`` is the title, a blank line, then the body paragraphs, one a line.

    ``title`` is empty where the page gives none; ``text`` is then the body alone.
    ``article[span]`` and ``article[spans]`` quote from it: the only way to quote.
    """

    id: str
    revision: str
    url: str | None
    title: str
    text: str
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    language: str | None = None
    date: StoryDate = field(default_factory=StoryDate)
    chrome: tuple[Chrome, ...] = ()

    def __getitem__(self, where: Span | Spans) -> str:
        """The words at a span or a span set."""
        return quote(self.text, where)

    @property
    def title_span(self) -> Span:
        """Where the title stands in ``text`` (empty at 0 where there is none)."""
        has_title = bool(self.title) and self.text.startswith(self.title)
        return Span(0, len(self.title) if has_title else 0)

    @property
    def paragraphs(self) -> Spans:
        """The body paragraphs, the title left out."""
        found: list[Span] = []
        at = self.title_span.end
        for line in self.text[at:].split("\n"):
            if line.strip():
                found.append(Span(at, at + len(line)))
            at += len(line) + 1
        return tuple(found)


# ── statements ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content of one attribution, unfiltered (PolNeAR's scope). ``source`` may be empty."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who the source refers to. ``name`` is the fullest that the article gives, None where it names nobody."""

    name: str | None = None
    role: str | None = None
    anonymous: bool = False
    description: str | None = None
    mentions: Spans = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The naming words of the event that an expectation is about, and its place."""

    span: Span
    place: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity: ``low`` and ``high`` inclusive (None: open), percentages 0-100, fractions 0-1.

    ``unit`` for measures and money ("km", "USD", "percent"); ``noun`` for what was counted ("women").
    ``population`` is the words that limit what was counted. ``change`` is how it moved ("rose 5 %"), if said.
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    noun: str | None = None
    population: Span | None = None
    change: str | None = None
    part_of: Span | None = None
    """The words of the figure that this one is a part of ("58 people, 25 of them children"), if it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that the article attributes to a source other than itself, with its exact place.

    ``extraction`` fills the spans, form, kind, stance, strength and nesting; ``resolution`` the rest.
    ``reported_in`` and ``restates`` are ids of statements of the same article.
    """

    id: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    venue: Spans = ()
    insertions: Spans = ()
    form: Form = "indirect"
    kind: Kind = "report"
    stance: Stance = "asserts"
    strength: Strength = "certain"
    in_headline: bool = False
    reported_in: str | None = None
    restates: str | None = None
    speaker: Speaker = field(default_factory=Speaker)
    relay: tuple[str, ...] = ()
    said_on: SaidOn | None = None
    due: Due | None = None
    event: Event | None = None
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0
    kind_confidence: float = 1.0
    """How likely the kind is the right one, 0 to 1; 1 where nothing says."""
    sure: bool = False
    """Whether it is shown as confident: words, speaker and kind are likely all right (``resolution.certainty``)."""
    differs: str | None = None
    """What it says otherwise than the statement that it restates, in neutral words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderInfo:
    """Which reader made the statements."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page, read: its article and its statements in text order. ``page`` is kept so that it can be archived."""

    article: Article
    statements: tuple[Statement, ...]
    reader: ReaderInfo
    page: Page | None = None


# ── across articles ──────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An aligned passage: ``copied`` in the copy's text, ``source`` in the earlier (or same-time) text."""

    copied: Span
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """``copy`` and ``original`` are article ids. ``containment`` is the share (0-1) of the copy's body found there."""

    copy: str
    original: str
    containment: float
    passages: tuple[Passage, ...]
    why: str
    ordered: bool = True
    """False: which of the two came first is not known, so no date follows from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What an article can be traced back to: an article id, or a body that credits name, and who rests on it."""

    name: str
    article: str | None
    articles: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageStep:
    """One later word on an event: ``step`` as TERMS lists them, and the statement that said so."""

    step: Literal["set", "confirmed", "moved", "denied", "cancelled", "reported_done"]
    article: str
    statement: str
    value: str | None
    earliest: date | None
    latest: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """What later statements say of one event, in order of when they were said. Never a verdict."""

    event: str
    steps: tuple[LineageStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedFigure:
    """A figure where it was cited: in which statement of which article, by whom, and with which stance.

    ``statement`` is empty where the article tells it in its own words: then the ``speaker`` is its outlet.
    ``id`` outlives re-reads: it is made of the article, the bounds, and which of such figures in the text it is.
    """

    article: str
    statement: str
    figure: Figure
    speaker: str | None
    stance: Stance
    said: date | None
    id: str = ""
    population: str = ""
    """The words that limit what was counted."""
    origin: str | None = None
    """What its article can be traced back to, by name, where that is another article or body."""
    copied: bool = False
    """It stands in a passage that its article copied: no voice of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureQuestion:
    """What a group of comparable figures answers. ``conflicts`` are pairs of positions in ``figures``.

    One that nothing else answers yet is a question, too. ``updates`` are pairs of positions: the earlier, the later.
    """

    question: str
    figures: tuple[CitedFigure, ...]
    conflicts: tuple[tuple[int, int], ...]
    why: str
    id: str = ""
    updates: tuple[tuple[int, int], ...] = ()
    decided: tuple[str, ...] = ()
    """What people decided about its members, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One named speaker in one article: what it calls them, and what it gives to them.

    ``written`` is the statements' ``speaker.name``, which can name several ("A and B"); ``name`` is this one's own,
    titles left out, and ``key`` its letters as names are compared. ``partial``: a surname or common words ("the foreign
    ministry") that many can be called. ``country``: whose office-holder, or whose body, it is told to be.
    """

    article: str
    written: str
    name: str
    key: str
    sort: Literal["person", "body"]
    partial: bool = False
    roles: tuple[str, ...] = ()
    country: str | None = None
    outlet: str | None = None
    short: str | None = None
    """Initials that the article gives for the name."""
    first: date | None = None
    last: date | None = None
    """The first and last day on which they are told to have spoken."""
    statements: int = 0
    expectations: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One person or body as a record knows it: where it appears, under which names. ``why``: what makes them one.

    ``id`` depends on the names alone, not on what arrived first. ``decided``: what people decided of it, in words.
    """

    id: str
    name: str
    sort: Literal["person", "body"]
    appearances: tuple[Appearance, ...]
    why: str = ""
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMatch:
    """Two identities, by id, that may be one: a suggestion, until a person confirms or rejects it."""

    one: str
    other: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a set of articles says together."""

    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    questions: tuple[FigureQuestion, ...] = ()
    speakers: tuple[Identity, ...] = ()
    matches: tuple[SpeakerMatch, ...] = ()


# ── the record ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How the days of one statement moved when its article's date changed. None: no day was, or is, known.

    ``decision`` is the id of the person's decision that it follows from; None: it follows from what was read.
    """

    statement: str
    at: datetime
    why: str
    said_before: Moment | None
    said_after: Moment | None
    due_before: Moment | None = None
    due_after: Moment | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided: a row of a history to which is only ever added.

    ``before`` and ``after`` are what was and what is to be, in the notation of the ``verb``. ``at`` is UTC.
    ``undoes``: the id of the decision that this one takes back; taking back such a one again is a redo.
    """

    id: str
    at: datetime
    who: str
    verb: str
    target: str
    before: str
    after: str
    note: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as the history tells it: in words, whether it is in force today, and what moved because of it."""

    decision: Decision
    words: str
    in_force: bool
    moves: tuple[Move, ...] = ()


class Edit(NamedTuple):
    """Words that stayed, went or came."""

    what: Literal["same", "removed", "added"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that was altered between two states of an article, or of its page.

    ``words`` say it in a line (``23 → 32 people``); ``edits`` are the words before and after, in order.
    """

    kind: ChangeKind
    words: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What was altered between two states of an article's text, and which statements came and went with it.

    ``before`` and ``after`` are the texts' revisions; equal where the day of publication alone changed. ``at`` is when
    the newer one was first captured. What weighs most comes first among the ``changes``. ``vanished`` and ``came`` are
    ids of statements: those that vanished are kept, under the article as it was.
    """

    article: str
    before: str
    after: str
    at: datetime
    changes: tuple[Change, ...]
    vanished: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement in the record with the article that it stands in. ``snippet``: the match, marked ``[…]``."""

    article: Article
    statement: Statement
    snippet: str = ""
    moves: tuple[Move, ...] = ()
    """How its days moved since it was first read, the first move first."""
    vanished: datetime | None = None
    """When its article was first captured without it; None: the newest state of the article has it."""

    @property
    def words(self) -> str:
        """The statement's content, quoted."""
        return self.article[self.statement.content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a reading did: ``new`` False where the record held the same capture and revision already."""

    article: str
    revision: str
    statements: int
    new: bool
    known: bool = False
    """The article was there before, in this state or another."""
    revises: str | None = None
    """The revision of the same article that was the newest before, if this one is newer and tells something else."""
    instead: str | None = None
    """The article that was at its address before, where this one tells quite another story."""
    redated: tuple[str, ...] = ()
    """Ids of the articles whose date changed because of this one (from copies), if it was added and compared alone."""
