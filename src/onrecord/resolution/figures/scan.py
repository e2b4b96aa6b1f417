"""From a text to its figures, line by line and sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from onrecord.model import Figure, Span
from onrecord.resolution.figures.asides import attribution_at
from onrecord.resolution.figures.bounds import late_bound
from onrecord.resolution.figures.changes import change_of
from onrecord.resolution.figures.lexicon import NUMBERS, WORDS, words
from onrecord.resolution.figures.lookalikes import is_lookalike
from onrecord.resolution.figures.nouns import Counted, counted_after
from onrecord.resolution.figures.populations import population_of
from onrecord.resolution.figures.quantities import Quantity, opened, quantity_at
from onrecord.resolution.figures.tokens import Token, low, tokens_of
from onrecord.resolution.figures.tolls import told_before
from onrecord.resolution.figures.units import is_duration

_STARTS: Final = (
    frozenset(NUMBERS["ones"]) | frozenset(NUMBERS["tens"]) | frozenset(WORDS["vague_plurals"]) | {"half", "quarter"}
)
_ARTICLES: Final = frozenset({"a", "an", "several", "few", "couple"})
_PARTED: Final = re.compile(r"[\n\t|]| {3}")
"""What parts lines, and the cells of a table pasted as text."""
_WITHIN: Final = words("durations", "within")
_EMPTY: Final = words("nouns", "empty")
_ONES: Final = _EMPTY | words("lookalikes", "one_after")
_PERSONS: Final = words("nouns", "persons")
_CASUALTY: Final = words("populations", "casualty")
_US: Final = frozenset({"us", "them", "you"})
_RANKS: Final = words("lookalikes", "ranks")
_NAMED: Final = sorted(_STARTS.union(NUMBERS["scales"], WORDS["fractions"], WORDS["handfuls"]))
_ANY: Final = re.compile(rf"\d|[½⅓⅔¼¾⅕⅛]|\b(?:{'|'.join(_NAMED)})\b", re.IGNORECASE)


class Counting(NamedTuple):
    """A figure, and the words as written that say of what: its unit, or its noun with what stands before it."""

    figure: Figure
    words: str


def countings(text: str, *, wide: bool = False) -> Iterator[Counting]:
    """The figures of a text, in text order, their spans into it; ``wide``: ages and lengths of time too."""
    for tokens, plain in _quantities(text, wide=wide):
        found, counted = _bounded_late(tokens, plain, _counted(tokens, plain))
        if wide and counted.head is None and tokens[found.first].low == "one" and found.unit is None:
            continue
        if wide or not (_is_length_of_time(tokens, found) or _is_empty(tokens, found, counted)):
            yield Counting(_figure(text, tokens, found, counted), _words(text, tokens, found, counted))


def _quantities(text: str, *, wide: bool) -> Iterator[tuple[list[Token], Quantity]]:
    """Every quantity that is no look-alike, with the tokens of its line."""
    for start, end in _cells(text):
        if not _ANY.search(text, start, end):
            continue
        tokens = tokens_of(text, start, end)
        yield from ((tokens, found) for found in _in_line(tokens) if not is_lookalike(tokens, found, wide=wide))


def _cells(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for parted in _PARTED.finditer(text):
        yield start, parted.start()
        start = parted.end()
    yield start, len(text)


def _in_line(tokens: list[Token]) -> Iterator[Quantity]:
    """Quantities one after the other: no word belongs to two."""
    at = free = 0
    while at < len(tokens):
        found = quantity_at(tokens, at) if _may_start(tokens[at]) else None
        if found is None:
            at += 1
            continue
        yield replace(found, start=max(found.start, free))
        at = free = found.end


def _may_start(token: Token) -> bool:
    return token.kind == "number" or token.low in _STARTS or token.low in _ARTICLES or token.text in "½⅓⅔¼¾⅕⅛"


def _figure(text: str, tokens: list[Token], found: Quantity, counted: Counted) -> Figure:
    told = told_before(tokens, found)
    population = told.population if told else population_of(tokens, found, counted)
    noun = told.noun if told and counted.head is None else counted.head
    return Figure(
        span=Span(tokens[found.start].start, tokens[found.end - 1].end),
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        unit=found.unit,
        noun=tokens[noun].text if noun is not None else None,
        population=Span(tokens[population[0]].start, tokens[population[1] - 1].end) if population else None,
        change=tokens[told.moved].text if told and told.moved is not None else change_of(tokens, found, text),
    )


def _words(text: str, tokens: list[Token], found: Quantity, counted: Counted) -> str:
    start, end = found.measure or (counted.start, counted.start if counted.head is None else counted.end)
    return text[tokens[start].start : tokens[end - 1].end] if start < end else ""


def _counted(tokens: list[Token], found: Quantity) -> Counted:
    part = found.fraction or found.unit == "percent"
    if (found.unit and not (part and low(tokens, found.end) == "of")) or _goes_by_fate(tokens, found):
        return Counted(found.end, found.end, None)
    return counted_after(
        tokens, found.end, part=part, one=found.low == 1 and tokens[found.last - 1].low in {"one", "1"}
    )


def _goes_by_fate(tokens: list[Token], found: Quantity) -> bool:
    """Nothing names them: "kills 12, wounds 50 State media" where the commas were lost."""
    if low(tokens, found.start - 1) not in _CASUALTY:
        return False
    other = low(tokens, found.end) in _CASUALTY and found.end + 1 < len(tokens) and _may_start(tokens[found.end + 1])
    return other or attribution_at(tokens, found.end)


def _bounded_late(tokens: list[Token], found: Quantity, counted: Counted) -> tuple[Quantity, Counted]:
    """With the bound that stands after the noun: "58 men at least", "40 men or so"."""
    if counted.head is None or counted.limits:
        return found, counted
    bound, end = late_bound(tokens, counted.end)
    return opened(found, bound), counted._replace(end=end)


def _is_length_of_time(tokens: list[Token], found: Quantity) -> bool:
    """``three days``, ``two straight weeks``: windows read those."""
    at = found.end + (low(tokens, found.end) == "-")
    at += low(tokens, at) in _WITHIN
    at += low(tokens, at) == "of"
    return is_duration(low(tokens, at)) and found.unit is None


def _is_empty(tokens: list[Token], found: Quantity, counted: Counted) -> bool:
    """A small number of nothing that can be counted: "two sides", "the first two", "those six"."""
    if found.fraction or found.unit:
        return low(tokens, found.first - 1) in _RANKS and found.unit is None
    if counted.head is None or (counted.head == counted.start and tokens[counted.head].low in _US):
        return low(tokens, found.start - 1) in _RANKS | {"those", "these"} or _is_anaphor(tokens, found)
    if tokens[found.first].low == "one" and found.last == found.first + 1 and found.high is not None:
        return not _counts_one(tokens, found, counted.head)
    return tokens[counted.head].low in _EMPTY and (found.high or 10) < 10


def _is_anaphor(tokens: list[Token], found: Quantity) -> bool:
    """``the two``, ``the two of us``: they were counted before."""
    small = found.low == found.high and not found.digits and not found.approximate
    return small and low(tokens, found.start - 1) == "the" and low(tokens, found.end) not in _CASUALTY


def _counts_one(tokens: list[Token], found: Quantity, head: int) -> bool:
    """``one soldier``, ``one bus destroyed``: a count, where "one town" may be any way of speaking."""
    if tokens[head].low in _PERSONS:
        return True
    near = tokens[max(0, found.start - 2) : found.start] + tokens[head : head + 3]
    return tokens[head].low not in _ONES and any(token.low in _CASUALTY for token in near)
