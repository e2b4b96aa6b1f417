"""A colon or a dash for a cue: headlines ("Minister: talks off") and turns in an interview ("ROE: We go on.")."""

from __future__ import annotations

from onrecord.extraction.rules import contents
from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite

_LONGEST_NAME = 6


def turn(document: Document, first: int, last: int) -> Found | None:
    """A paragraph that opens with a speaker's name in capitals, or quotes everything after "Name:"."""
    colon = _colon(document, first, last)
    if colon < 0:
        return None
    tokens = document.tokens
    name = [t for t in tokens[first:colon] if t.is_word]
    shouted = all(t.text.isupper() for t in name) and any(len(t.text) > 2 for t in name)
    quoted = tokens[colon + 1].quoted >= 0
    if not (shouted or (quoted and all(t.is_capital for t in name))):
        return None
    content = contents.trimmed(document, colon + 1, last)
    if content is None:
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def heading(document: Document, first: int, last: int) -> Found | None:
    """As in "Al Roe: Talks are off": a line of its own without a full stop."""
    if (document.tokens[last - 1].text == "." and first > 0) or (first, last) not in document.lines:
        return None
    colon = _colon(document, first, last)
    if colon < 0 or not document.tokens[first].is_capital:
        return None
    content = contents.trimmed(document, colon + 1, last)
    if content is None or content[1] - content[0] < 3:
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def _colon(document: Document, first: int, last: int) -> int:
    """The colon after a short name without a verb, or -1."""
    for number in range(first, min(last - 1, first + _LONGEST_NAME + 1)):
        token = document.tokens[number]
        if token.quoted >= 0:
            return -1
        if token.text == ":":
            return number if number > first and document.tokens[number + 1].start > token.end else -1
        if token.is_word and is_finite(token.low) and not token.is_capital:
            return -1
    return -1
