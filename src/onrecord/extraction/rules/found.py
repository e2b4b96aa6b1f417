"""What the rules find, in token numbers, before it becomes an ``Attribution``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.lexicon import words
from onrecord.extraction.rules.sources import Range
from onrecord.model import Span, Spans

Rule: TypeAlias = Literal[
    "tag_quotation",
    "tag_clause",
    "after_quotation",
    "after_clause",
    "after_phrase",
    "participle",
    "according",
    "colon",
    "noun",
    "answer",
    "relayed",
    "passive",
    "impersonal",
    "floating",
    "unmarked",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution: content in pieces, and the rule that found it."""

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    rule: Rule
    lemma: str = ""

    @property
    def first(self) -> int:
        """Its first token's number."""
        return min(first for first, _ in self._parts)

    @property
    def last(self) -> int:
        """The token number after everything that belongs to it."""
        return max(last for _, last in self._parts)

    @property
    def _parts(self) -> list[Range]:
        return [*self.content, *(part for part in (self.cue, self.source) if part)]


def spans_of(document: Document, ranges: tuple[Range, ...]) -> Spans:
    """Characters of token ranges, in order; ranges that touch across paragraphs stay apart."""
    return tuple(document.span(first, last) for first, last in sorted(ranges) if first < last)


def uncontracted(document: Document, source: Spans, cue: Spans) -> tuple[Spans, Spans]:
    """As in "he's said": the pronoun is the source, and what is left of the word belongs to the cue."""
    if not source or not cue or source[-1].end > cue[0].start:
        return source, cue
    word = document.text[slice(*source[-1])].lower().replace("’", "'")
    if word not in words("contractions"):
        return source, cue
    apostrophe = source[-1].start + word.index("'")
    return (Span(source[-1].start, apostrophe),), (Span(apostrophe, cue[0].end),)
