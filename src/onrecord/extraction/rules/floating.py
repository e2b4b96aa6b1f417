"""Quotations without a cue of their own: continued ones, and paragraphs that only quote."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.sources import Range

_SHORTEST = 5
"""A quotation of fewer tokens (its marks included) is a name or a single word, not an utterance."""

_SHORTEST_FLOATING = 10
"""Fewer tokens than this between marks, with nothing around, are a heading."""


def joined(document: Document, paragraph: Range, here: list[Found], earlier: list[Found]) -> list[Found]:
    """Give each lone quotation of a paragraph to the attribution that it continues, else let it float.

    A paragraph that only quotes continues the last attribution of the paragraph before (``earlier`` is changed).
    """
    pieces = _lone(document, paragraph, here)
    if not here and pieces and _only_quotes(document, paragraph):
        return _continued(document, pieces, earlier)
    for piece in pieces:
        _attach(piece, here)
    return here


def _lone(document: Document, paragraph: Range, here: list[Found]) -> list[Range]:
    """Sentences that are one quotation (or begin as one) and belong to no attribution yet."""
    taken = [piece for one in here for piece in one.content]
    found: list[Range] = []
    for first, last in document.sentences_in(*paragraph):
        quoted = document.tokens[first].quoted
        if quoted < 0 or document.quoted_tokens[quoted][1] - first < _SHORTEST:
            continue
        piece = (first, document.quoted_tokens[quoted][1])
        if not any(low < piece[1] and piece[0] < high for low, high in taken):
            found.append(piece)
    return found


def _only_quotes(document: Document, paragraph: Range) -> bool:
    return all(t.quoted >= 0 or not t.is_word for t in document.tokens[slice(*paragraph)])


def _attach(piece: Range, here: list[Found]) -> None:
    """To the attribution right before it in the paragraph; a piece before the first one goes to that."""
    before = [number for number, one in enumerate(here) if one.content and one.last <= piece[0]]
    if before:
        tags = [number for number in before if here[number].rule == "tag_quotation"]
        chosen = (tags or before)[-1]
        here[chosen] = _with(here[chosen], piece)
    elif here and here[0].rule == "tag_quotation":
        here[0] = _with(here[0], piece)


def _continued(document: Document, pieces: list[Range], earlier: list[Found]) -> list[Found]:
    if earlier and _reaches_back(document, earlier[-1], pieces[0]):
        for piece in pieces:
            earlier[-1] = _with(earlier[-1], piece)
        return []
    if pieces[-1][1] - pieces[0][0] < _SHORTEST_FLOATING:
        return []
    return [Found(content=tuple(pieces), cue=None, source=None, rule="floating")]


def _reaches_back(document: Document, one: Found, piece: Range) -> bool:
    """The attribution ends in the paragraph right before, and it quotes or announces a quotation."""
    between = document.text[document.tokens[one.last - 1].end : document.tokens[piece[0]].start]
    if len(between) > 400 or between.strip("\n").count("\n") > 0:
        return False
    return any(document.tokens[number].quoted >= 0 for low, high in one.content for number in (low, high - 1))


def _with(one: Found, piece: Range) -> Found:
    return replace(one, content=tuple(sorted((*one.content, piece))))
