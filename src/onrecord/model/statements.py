"""What is said, by whom, how, about what: statements and all that belongs to one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from onrecord.model.articles import Article
from onrecord.model.dates import Due, SaidOn
from onrecord.model.pages import Page
from onrecord.model.spans import Span, Spans

Form: TypeAlias = Literal["direct", "indirect", "mixed"]
Kind: TypeAlias = Literal[
    "forecast", "commitment", "schedule", "appeal", "denial", "accusation", "assessment", "report"
]
Stance: TypeAlias = Literal["asserts", "reports", "disputes"]
Strength: TypeAlias = Literal["certain", "likely", "possible", "hoped"]
EXPECTATION_KINDS: frozenset[Kind] = frozenset({"forecast", "commitment", "schedule"})


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
