"""The attributing words around a statement: what its sentence says outside any content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Span, Spans, Statement, quote
from onrecord.resolution.tokens import Words

_CITING = re.compile(r"(?:quoting|citing)\s")
"""What a reader may take for content after "reports", and is a further link of a chain."""
_MOST_FELLOWS = 12
_SAME = frozenset({"he", "she", "they", "it", "who", "which"})
"""Sources that take up the one before."""


@dataclass(frozen=True, slots=True)
class Frame:
    """``text`` is as long as the article's at ``span``, with every word that is content blanked out."""

    span: Span
    text: str
    cue: int
    """Where the cue stands in ``text``."""

    source: Spans = ()
    anchors: tuple[int, ...] = ()
    """Where the cue, the source and the venue end in ``text``."""
    written: bool = False
    """Whether the source is a piece of writing: a day that it names is its own, "a letter of May 4"."""
    fellows: tuple[Statement, ...] = ()
    """Other voices of the same sentence: their source is another's, and what they say holds none of this statement."""

    def names(self, span: Span) -> bool:
        """Whether a span of ``text`` lies in the source: "who was minister in 2005" is no day of speaking."""
        return any(s.start <= self.shifted(span).start < s.end for s in self.source)

    def is_others(self, *places: Span) -> bool:
        """Whether one of the places in the article belongs to another voice's source or cue."""
        theirs = [span for fellow in self.fellows for span in (*fellow.source, *fellow.cue)]
        return any(span.start <= place.start < span.end for place in places for span in theirs)

    def has_fellow_before(self, place: int) -> bool:
        """Whether another voice's cue stands between this statement's cue and a place in ``text``."""
        first, last = sorted((self.shifted(Span(self.cue, self.cue)).start, self.shifted(Span(place, place)).start))
        return any(first < span.start < last for fellow in self.fellows for span in fellow.cue)

    def shifted(self, span: Span) -> Span:
        """A span of ``text`` as one of the article."""
        return Span(span.start + self.span.start, span.end + self.span.start)


class Frames:
    """The frames of an article's statements."""

    def __init__(self, words: Words, statements: Sequence[Statement]) -> None:
        self._words = words
        self._made: dict[tuple[str, Spans], Frame | None] = {}
        self._contents: dict[int, list[Span]] = {}
        self._here: dict[int, list[Statement]] = {}
        for statement in statements:
            if statement.source:
                self._here.setdefault(words.sentence_at(statement.source[0].start), []).append(statement)
        for span in (s for statement in statements for s in statement.content):
            for sentence in range(words.sentence_at(span.start), words.sentence_at(span.end) + 1):
                self._contents.setdefault(sentence, []).append(span)

    def of(self, statement: Statement) -> Frame | None:
        """The frame of a statement; None for one without source and cue."""
        key = (statement.id, statement.venue)
        if key not in self._made:
            self._made[key] = self._frame(statement)
        return self._made[key]

    def _frame(self, statement: Statement) -> Frame | None:
        anchor = statement.cue or statement.source
        if not anchor:
            return None
        place = anchor[0]
        span = self._sentence(statement, place)
        hidden = [*statement.content, *self._others(place)]
        text = _blanked(self._words.text, span, hidden)
        ends = tuple(s.end - span.start for s in (*statement.cue, *statement.source, *statement.venue))
        source, fellows = statement.source, self._fellows(statement, place)
        written = bool(source) and statement.venue == source
        return Frame(span, text, place.start - span.start, source, ends, written, fellows)

    def _fellows(self, statement: Statement, place: Span) -> tuple[Statement, ...]:
        source = self._said_by(statement)
        if source in _SAME:
            return ()
        near = self._here.get(self._words.sentence_at(place.start), ())[:_MOST_FELLOWS]
        others = (f for f in near if self._said_by(f) != source)
        return tuple(f for f in others if not any(c.start <= place.start < c.end for c in f.content))

    def _said_by(self, statement: Statement) -> str:
        return quote(self._words.text, statement.source).lower()

    def _sentence(self, statement: Statement, place: Span) -> Span:
        """From the beginning of the cue's sentence to its end; a quotation's inner full stops are no ends."""
        span = self._words.sentence_span(place.start)
        ends = [self._words.sentence_span(s.start) for s in (*statement.source, *statement.cue)]
        tail = self._words.sentence_span(max(place.start, statement.content[-1].end - 1))
        if self._words.line_at(tail.start) == self._words.line_at(place.start):
            ends.append(Span(span.start, tail.end))
        return Span(min(span.start, *(e.start for e in ends)), max(span.end, *(e.end for e in ends)))

    def _others(self, place: Span) -> Spans:
        """The contents near by that the cue doesn't stand in."""
        near = self._contents.get(self._words.sentence_at(place.start), ())
        apart = (s for s in near if not s.start <= place.start < s.end)
        return tuple(s for s in apart if not _CITING.match(self._words.text, s.start))


def _blanked(text: str, span: Span, hidden: Sequence[Span]) -> str:
    pieces = list(text[slice(*span)])
    for h in hidden:
        for i in range(max(h.start, span.start), min(h.end, span.end)):
            pieces[i - span.start] = " "
    return "".join(pieces)
