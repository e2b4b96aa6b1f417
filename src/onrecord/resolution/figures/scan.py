"""From a text to its figures, line by line and sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model import Figure, Span
from onrecord.resolution.figures.changes import change_of
from onrecord.resolution.figures.lexicon import NUMBERS, WORDS, words
from onrecord.resolution.figures.lookalikes import is_lookalike
from onrecord.resolution.figures.nouns import Counted, counted_after
from onrecord.resolution.figures.populations import population_of
from onrecord.resolution.figures.quantities import Quantity, quantity_at
from onrecord.resolution.figures.tokens import Token, low, tokens_of
from onrecord.resolution.figures.units import is_duration

_STARTS: Final = frozenset(NUMBERS["ones"]) | frozenset(NUMBERS["tens"]) | frozenset(WORDS["vague_plurals"]) | {"half"}
_ARTICLES: Final = frozenset({"a", "an", "several", "few", "couple"})
_CELL: Final = re.compile(r"[^\n\t]+")
_WITHIN: Final = words("durations", "within")
_EMPTY: Final = words("nouns", "empty")
_ANY: Final = re.compile(
    rf"\d|[½⅓⅔¼¾⅕⅛]|\b(?:{'|'.join(sorted(_STARTS | set(NUMBERS['scales']) | {'handful', 'dozen'}))})\b", re.IGNORECASE
)


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, in text order, their spans into it."""
    for tokens, found in quantities(text):
        figure = _figure(text, tokens, found)
        if figure is not None:
            yield figure


def quantities(text: str) -> Iterator[tuple[list[Token], Quantity]]:
    """Every quantity that is no look-alike, with the tokens of its line: lengths of time too."""
    for cell in _CELL.finditer(text):
        if not _ANY.search(text, cell.start(), cell.end()):
            continue
        tokens = tokens_of(text, cell.start(), cell.end())
        at = 0
        while at < len(tokens):
            found = quantity_at(tokens, at) if _may_start(tokens[at]) else None
            if found is None:
                at += 1
                continue
            at = max(found.end, at + 1)
            if not is_lookalike(tokens, found):
                yield tokens, found


def _may_start(token: Token) -> bool:
    return token.kind == "number" or token.low in _STARTS or token.low in _ARTICLES or token.text in "½⅓⅔¼¾⅕⅛"


def _figure(text: str, tokens: list[Token], found: Quantity) -> Figure | None:
    counted = _counted(tokens, found)
    if _is_length_of_time(tokens, found) or _is_empty(tokens, found, counted):
        return None
    population = population_of(tokens, found, counted)
    return Figure(
        span=Span(tokens[found.start].start, tokens[found.end - 1].end),
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        unit=found.unit,
        noun=text[tokens[counted.head].start : tokens[counted.head].end] if counted.head is not None else None,
        population=Span(tokens[population[0]].start, tokens[population[1] - 1].end) if population else None,
        change=change_of(tokens, found, text),
    )


def _counted(tokens: list[Token], found: Quantity) -> Counted:
    part = found.fraction or found.unit == "percent"
    if found.unit and not (part and low(tokens, found.end) == "of"):
        return Counted(found.end, found.end, None)
    return counted_after(tokens, found.end, singular=part or found.high == 1)


def _is_length_of_time(tokens: list[Token], found: Quantity) -> bool:
    """``three days``, ``two straight weeks``: windows read those."""
    at = found.end + (low(tokens, found.end) == "-")
    at += low(tokens, at) in _WITHIN
    at += low(tokens, at) == "of" and found.fraction
    return is_duration(low(tokens, at)) and found.unit is None


def _is_empty(tokens: list[Token], found: Quantity, counted: Counted) -> bool:
    """A small number of nothing that can be counted: "two sides", "three things"."""
    return counted.head is not None and tokens[counted.head].low in _EMPTY and (found.high or 10) < 10
