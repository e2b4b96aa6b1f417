"""Statements inside statements: "Roe said that the court had promised …" holds the court's promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction.reader import Reader
from onrecord.extraction.rules.lexicon import words as word_class
from onrecord.extraction.scope import counts, head_of
from onrecord.model import Attribution, Span, Spans, quote

_PRONOUNS = word_class("pronouns") | {"there"}
_TELLING = frozenset({"speech", "appeal", "promise", "denial", "accusation"})


def nested(text: str, outer: Attribution, reader: Reader) -> Iterator[Attribution]:
    """Telling acts of somebody else inside the unquoted content of an attribution.

    An attitude ("Moscow hopes") inside somebody's words is what that somebody claims, and stays theirs.
    """
    for piece in outer.content:
        words = text[piece.start : piece.end]
        if words[0] in '"“‘«„' or not outer.source:
            continue
        for inner in reader.attributions(words):
            told = _is_telling(words, inner) and counts(words, inner)
            if told and not _same_source(text, outer, words, inner):
                yield _moved(inner, piece.start)


def passes_on(text: str, outer: Attribution) -> bool:
    """As in "Roe said it broke, ABC reported": the outlet is a relay of Roe's words, not a speaker of its own."""
    head = head_of(text, outer)
    return head is not None and head.verb.lemma == "report" and outer.content[0].start < outer.cue[0].start


def _is_telling(words: str, inner: Attribution) -> bool:
    head = head_of(words, inner)
    if head is None or head.verb.kind not in _TELLING or head.shape == "ing":
        return False
    return bool(inner.source) and quote(words, inner.source).lower() not in _PRONOUNS


def _same_source(text: str, outer: Attribution, words: str, inner: Attribution) -> bool:
    """Whether the inner source repeats a name of the outer one: somebody tells of their own words."""
    return quote(words, inner.source).lower() in quote(text, outer.source).lower()


def _moved(inner: Attribution, offset: int) -> Attribution:
    return replace(
        inner,
        content=_shift(inner.content, offset),
        cue=_shift(inner.cue, offset),
        source=_shift(inner.source, offset),
    )


def _shift(spans: Spans, offset: int) -> Spans:
    return tuple(Span(start + offset, end + offset) for start, end in spans)
