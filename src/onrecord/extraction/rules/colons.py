"""A colon or a dash for a cue: headlines ("Minister: talks off") and names before a quotation."""

from __future__ import annotations

from onrecord.extraction.rules import contents
from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite, words

_LONGEST_NAME = 6


def named(document: Document, first: int, last: int) -> Found | None:
    """A paragraph that is all quotation after a name: "Al Roe: “We go on.”"."""
    colon = _colon(document, first, last)
    if colon < 0 or document.tokens[colon + 1].quoted < 0:
        return None
    content = contents.trimmed(document, colon + 1, last)
    if content is None or not all(t.is_capital for t in document.tokens[first:colon] if t.is_word):
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def heading(document: Document, first: int, last: int) -> Found | None:
    """As in "Al Roe: Talks are off" or "“We go on”: Al Roe on the talks": the first line of a text."""
    if first > 0 or (first, last) not in document.lines or not document.tokens[first].is_capital:
        return _quoted_heading(document, first, last)
    colon = _colon(document, first, last)
    content = contents.trimmed(document, colon + 1, last) if colon > 0 else None
    if content is None or content[1] - content[0] < 3 or not _may_speak(document, first, colon):
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def _may_speak(document: Document, first: int, colon: int) -> bool:
    """A name, or a common noun that speaks; no "Slippery business: …"."""
    name = [t for t in document.tokens[first:colon] if t.is_word]
    return name[-1].low in words("speakers") or all(t.is_capital for t in name)


def _quoted_heading(document: Document, first: int, last: int) -> Found | None:
    tokens = document.tokens
    if first > 0 or tokens[first].quoted < 0:
        return None
    end = document.quoted_tokens[tokens[first].quoted][1]
    if end + 1 >= last or tokens[end].text not in (":", "–", "—", "-") or not tokens[end + 1].is_capital:
        return None
    name = end + 1
    while name < last and tokens[name].is_capital:
        name += 1
    return Found(content=((first, end),), cue=(end, end + 1), source=(end + 1, name), rule="colon", lemma=":")


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
