"""Relayed words: "…, ABC quoted Al Roe as saying"; the source is who was quoted, the outlet a relay."""

from __future__ import annotations

from onrecord.extraction.rules import contents
from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.sources import Range

_REACH = 24
"""How many tokens a quoted person's name and titles may take."""


def relayed(document: Document, bounds: Range) -> Found | None:
    """The attribution of a sentence in which somebody quotes somebody as saying something."""
    tokens = document.tokens
    for number in range(bounds[0] + 1, bounds[1] - 3):
        if tokens[number].low in ("quoted", "quotes", "quoting", "cited", "citing") and tokens[number].quoted < 0:
            saying = _saying(document, number, bounds[1])
            source = contents.trimmed(document, number + 1, saying) if saying > 0 else None
            if source is not None:
                return _found(document, bounds, source, (number, saying))
    return None


def _saying(document: Document, quoting: int, last: int) -> int:
    """Where "as saying" begins, or -1."""
    tokens = document.tokens
    for number in range(quoting + 2, min(last - 1, quoting + _REACH)):
        if tokens[number].low == "as" and tokens[number + 1].low in ("saying", "telling"):
            return number
        if tokens[number].quoted >= 0:
            return -1
    return -1


def _found(document: Document, bounds: Range, source: Range, place: tuple[int, int]) -> Found | None:
    """What follows "as saying", else what stands before the outlet's name."""
    quoting, saying = place
    start = contents.past_adverbials(document.tokens, saying + 2, bounds[1])
    content = (
        contents.trimmed(document, start, contents.right_end(document, start, bounds[1])) if start < bounds[1] else None
    )
    if content is None:
        content = contents.trimmed(
            document, contents.past_dateline(document, *bounds), _outlet(document, bounds[0], quoting)
        )
    if content is None:
        return None
    return Found(content=(content,), cue=(saying, saying + 2), source=source, rule="relayed", lemma="say")


def _outlet(document: Document, first: int, quoting: int) -> int:
    """The comma before the outlet's name."""
    number = quoting - 1
    while number > first and document.tokens[number].text != "," and document.tokens[number].quoted < 0:
        number -= 1
    return number + (document.tokens[number].quoted >= 0)
