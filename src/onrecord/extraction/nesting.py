"""Statements inside statements: "Roe said that the court had promised …" holds the court's promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extraction.lexicon import is_outlet, verb_forms
from onrecord.extraction.lexicon import words as word_class
from onrecord.extraction.reader import Reader
from onrecord.extraction.scope import counts, head_of
from onrecord.model import Attribution, Span, Spans, quote

_WORD = re.compile(r"[\w'’\-]+")
_PREAMBLE = re.compile(r"(?:[\w'’\-]+ ){0,5}(?:after|before|since) ", re.IGNORECASE)
_PRONOUNS = word_class("pronouns") | {"there"}
_MOST = 0.7
"""Who passes on words has nearly no words of its own: the share that others' have."""
_REPORTING = frozenset({"report", "say", "quote", "cite", "write"})
_FINITE = frozenset({"present", "past", "participle"})
_UNTOLD = _PRONOUNS | word_class("not_telling")
_TELLING = frozenset({"speech", "appeal", "promise", "denial", "accusation"})


def nested(text: str, outer: Attribution, reader: Reader) -> Iterator[Attribution]:
    """Telling acts of somebody else inside the unquoted content of an attribution.

    An attitude ("Moscow hopes") inside somebody's words is what that somebody claims, and stays theirs.
    """
    for piece in outer.content:
        words = text[piece.start : piece.end]
        if _is_quotation(words) or not outer.source or not _may_tell(words):
            continue
        for inner in reader.attributions(words):
            told = _is_telling(words, inner) and counts(words, inner)
            if told and not _same_source(text, outer, words, inner):
                yield _moved(inner, piece.start)


def _is_quotation(words: str) -> bool:
    return words[0] in '"“‘«„' and words[-1] in '"”’»'


def _may_tell(words: str) -> bool:
    """Whether a verb of telling stands in the words, finite and somebody else's; else they aren't read again."""
    before = ""
    for word in _WORD.findall(words):
        form = verb_forms().get(word.lower())
        if form is not None and form.verb.kind in _TELLING and form.shape in _FINITE and before not in _UNTOLD:
            return True
        before = word.lower()
    return "ccording to" in words


def passes_on(text: str, outer: Attribution, inner: Sequence[Attribution]) -> bool:
    """As in "Roe said it broke, ABC reported" or "ABC reported that Roe said so": a relay, no speaker of its own."""
    cue = quote(text, outer.cue).lower()
    head = head_of(text, outer)
    if head is not None and head.verb.lemma == "report" and outer.content[0].start < outer.cue[0].start:
        return True
    if _length(inner) < _MOST * sum(piece.end - piece.start for piece in outer.content):
        return False
    reports = "ccording to" in cue or (head is not None and head.verb.lemma in _REPORTING)
    return reports and is_outlet(quote(text, outer.source))


def without_preamble(text: str, outer: Attribution, inner: Sequence[Attribution]) -> Attribution:
    """As in "Two weeks after Roe said it held, it broke, the mayor said": what Roe said is no part of the mayor's."""
    first = outer.content[0]
    match = _PREAMBLE.match(text, first.start, first.end)
    if match is None or not inner:
        return outer
    ends = [span.end for spans in (inner[0].content, inner[0].cue, inner[0].source) for span in spans]
    start = max(ends) + len(", ")
    if text[max(ends) : start] != ", " or start >= first.end:
        return outer
    return replace(outer, content=(Span(start, first.end), *outer.content[1:]))


def _length(inner: Sequence[Attribution]) -> int:
    return sum(span.end - span.start for one in inner for span in (*one.content, *one.cue, *one.source))


def _is_telling(words: str, inner: Attribution) -> bool:
    head = head_of(words, inner)
    if head is None and "ccording to" not in quote(words, inner.cue):
        return False
    if head is not None and (head.verb.kind not in _TELLING or head.shape == "ing"):
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
