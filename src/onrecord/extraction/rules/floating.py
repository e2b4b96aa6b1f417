"""Quotations without a cue of their own: continued ones, and paragraphs that only quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite
from onrecord.extraction.rules.sources import Range

_BACK = 2
"""How many attributions back a lone quotation may belong."""
_SHORTEST = 4
"""A quotation of fewer tokens (its marks included) is a name or a single word, not an utterance."""

_MOST = 40
"""So many pieces are joined; no quotation runs over more paragraphs, and it keeps the work linear."""
_STOPS = frozenset((".", ",", "!", "?", "…", "-", "—", "–", ";"))
_NOT_CONTINUED = frozenset(("according", "noun", "impersonal", "passive"))
_SHORTEST_FLOATING = 10
"""Fewer tokens than this between marks, with nothing around, are a heading."""


def joined(document: Document, paragraph: Range, here: list[Found], earlier: list[Found]) -> list[Found]:
    """Give each lone quotation of a paragraph to the attribution that it continues, else let it float.

    A paragraph that only quotes continues the last attribution of the paragraph before (``earlier`` is changed).
    """
    _take_running(document, here, earlier)
    pieces = _lone(document, paragraph, here)
    if not here and pieces and _only_quotes(document, paragraph):
        return _continued(document, pieces, earlier)
    alone = [piece for piece in pieces if not _attach(piece, here) and _is_utterance(document, piece)]
    lone = [Found(content=(piece,), cue=None, source=None, rule="floating") for piece in alone]
    return sorted((*here, *lone), key=lambda one: one.first) if lone else here


def _take_running(document: Document, here: list[Found], earlier: list[Found]) -> None:
    """A quotation that ran on from paragraphs before belongs to the cue that closes it."""
    while (
        here
        and earlier
        and len(here[0].content) < _MOST
        and earlier[-1].rule == "floating"
        and _runs_into(document, earlier[-1], here[0].content[0])
    ):
        here[0] = replace(here[0], content=tuple(sorted((*earlier.pop().content, *here[0].content))))


def _runs_into(document: Document, one: Found, piece: Range) -> bool:
    """Whether the quotation at the end of ``one`` runs on into the one that begins ``piece``."""
    last = document.tokens[one.content[-1][1] - 1].quoted
    return last >= 0 and document.quotations[last].runs_on and document.tokens[piece[0]].quoted == last + 1


def _lone(document: Document, paragraph: Range, here: list[Found]) -> list[Range]:
    """Quotations at the head of a sentence that belong to no attribution yet."""
    taken = sorted(piece for one in here for piece in one.content)
    found: list[Range] = []
    for first, _ in document.sentences_in(*paragraph):
        quoted = document.tokens[first].quoted
        if quoted < 0 or document.quoted_tokens[quoted][1] - first < _SHORTEST:
            continue
        piece = (first, document.quoted_tokens[quoted][1])
        if not _is_ended(document, piece):
            continue
        place = bisect_left(taken, piece)
        beside = taken[max(0, place - 1) : place + 1]
        if not any(low < piece[1] and piece[0] < high for low, high in beside):
            found.append(piece)
    return found


def _only_quotes(document: Document, paragraph: Range) -> bool:
    """Nothing but quotation; a note in brackets ("(Applause.)") is none."""
    if document.tokens[paragraph[0] + (paragraph[1] - paragraph[0] > 1)].text in "([":
        return False
    return all(t.quoted >= 0 or not t.is_word for t in document.tokens[slice(*paragraph)])


def _is_ended(document: Document, piece: Range) -> bool:
    """A stop or comma before the closing mark, or after it; without any it is a heading between paragraphs."""
    tokens = document.tokens
    after = tokens[piece[1]].text if piece[1] < len(tokens) else "."
    return tokens[piece[1] - 2].text in _STOPS or tokens[piece[1] - 1].text in _STOPS or after in _STOPS


def _is_utterance(document: Document, piece: Range) -> bool:
    """Whole sentences between marks, long enough to be no heading."""
    inside = [t for t in document.tokens[slice(*piece)] if t.is_word]
    ended = document.tokens[piece[1] - 2].text in ".!?…" or document.tokens[piece[1] - 1].text in ".!?…"
    return ended and piece[1] - piece[0] >= _SHORTEST_FLOATING and any(is_finite(t.low) for t in inside)


def _attach(piece: Range, here: list[Found]) -> bool:
    """To the attribution right before it in the paragraph; a piece before the first one goes to that."""
    place = bisect_right(here, piece[0], key=lambda one: one.last)
    near = [n for n in range(max(0, place - _BACK), place) if here[n].rule not in _NOT_CONTINUED]
    if near:
        tags = [number for number in near if here[number].rule == "tag_quotation"]
        chosen = (tags or near)[-1]
        here[chosen] = _with(here[chosen], piece)
        return True
    if here and here[0].rule == "tag_quotation":
        here[0] = _with(here[0], piece)
        return True
    return False


def _continued(document: Document, pieces: list[Range], earlier: list[Found]) -> list[Found]:
    open_still = bool(earlier) and len(earlier[-1].content) < _MOST
    if open_still and (_reaches_back(document, earlier[-1], pieces[0]) or _runs_into(document, earlier[-1], pieces[0])):
        for piece in pieces:
            earlier[-1] = _with(earlier[-1], piece)
        return []
    runs_on = document.quotations[document.tokens[pieces[-1][0]].quoted].runs_on
    if pieces[-1][1] - pieces[0][0] < _SHORTEST_FLOATING and not runs_on:
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
