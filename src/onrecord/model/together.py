"""What articles say together: copies, origins, events, figures, speakers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.spans import Span
from onrecord.model.statements import Figure, Stance


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
