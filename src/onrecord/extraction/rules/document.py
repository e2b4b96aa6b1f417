"""A text as tokens, quotations, paragraphs and sentences: one pass each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.extraction.quotations import Quotation, quotations
from onrecord.extraction.rules.lexicon import words
from onrecord.model import Span

_TOKEN = re.compile(r"''|``|’’|‘‘|(?:[^\W\d_]\.){2,}|\w+(?:(?:[’'\-‐&@/]|\.(?![A-Z][a-z]))\w+)*|\S")
_LONGEST = 300
"""Words outside quotation marks after which a sentence is cut: no prose is so long, and it keeps the work linear."""
_ENDS = frozenset(".!?…")
_OPENERS_OF_SENTENCES = frozenset(("according", "the", "he", "she", "it", "they", "in", "on", "but", "this", "these"))
"""After "the U.S." a capital makes these the beginning of a sentence."""
_CLOSERS = frozenset(('"', "”", "’", "'", ")", "]", "»", "''", "’’"))
_OPENERS = frozenset(('"', "“", "‘", "'", "(", "[", "«", "—", "-", "–", "•", "*", "''", "``", "‘‘"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. ``low`` is lower case with straight apostrophes; ``quoted`` is its quotation's number or -1."""

    start: int
    end: int
    text: str
    low: str
    quoted: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Tokens with the ranges ``[first, last)`` of token numbers that make paragraphs and sentences."""

    text: str
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    quoted_tokens: tuple[tuple[int, int], ...]
    """For each quotation, its tokens, the marks included."""

    lines: frozenset[tuple[int, int]]
    """The paragraphs that are one sentence each."""

    def sentences_in(self, first: int, last: int) -> tuple[tuple[int, int], ...]:
        """The sentences of the paragraph ``[first, last)``."""
        low = bisect_left(self.sentences, (first, 0))
        return self.sentences[low : bisect_left(self.sentences, (last, 0))]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens ``[first, last)``; ``last > first``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def read(text: str) -> Document:
    """Split a text. Each line is a paragraph."""
    found = quotations(text)
    tokens, ranges = _tokens(text, found)
    paragraphs = _paragraphs(text, tokens)
    sentences = [piece for first, last in paragraphs for piece in _sentences(tokens, first, last)]
    return Document(
        text=text,
        tokens=tokens,
        quotations=found,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        quoted_tokens=ranges,
        lines=frozenset(paragraphs) & frozenset(sentences),
    )


def _tokens(text: str, found: tuple[Quotation, ...]) -> tuple[tuple[Token, ...], tuple[tuple[int, int], ...]]:
    tokens: list[Token] = []
    firsts = [0] * len(found)
    lasts = [0] * len(found)
    at = 0
    for match in _TOKEN.finditer(text):
        while at < len(found) and match.start() >= found[at].span.end:
            at += 1
        quoted = at if at < len(found) and match.start() >= found[at].span.start else -1
        if quoted >= 0:
            if not lasts[quoted]:
                firsts[quoted] = len(tokens)
            lasts[quoted] = len(tokens) + 1
        low = match.group().lower().replace("’", "'")
        tokens.append(Token(match.start(), match.end(), match.group(), low, quoted))
    return tuple(tokens), tuple(zip(firsts, lasts, strict=True))


def _paragraphs(text: str, tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    first = 0
    for number in range(1, len(tokens) + 1):
        if number == len(tokens) or "\n" in text[tokens[number - 1].end : tokens[number].start]:
            ranges.append((first, number))
            first = number
    return ranges


def _sentences(tokens: tuple[Token, ...], first: int, last: int) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    start, unquoted = first, 0
    for number in range(first, last - 1):
        unquoted += tokens[number].quoted < 0
        ends = _ends_sentence(tokens, number) and _begins_sentence(tokens, number + 1)
        if ends or (unquoted >= _LONGEST and tokens[number].quoted < 0):
            ranges.append((start, number + 1))
            start, unquoted = number + 1, 0
    if start < last:
        ranges.append((start, last))
    return ranges


def _ends_sentence(tokens: tuple[Token, ...], number: int) -> bool:
    """A full stop outside quotation marks, or the closing mark of a quotation that ends in one."""
    token, following = tokens[number], tokens[number + 1]
    if token.quoted >= 0:
        if following.quoted == token.quoted:
            return False
        return number > 0 and tokens[number - 1].text in _ENDS
    if token.text in _CLOSERS:
        return number > 0 and tokens[number - 1].text in _ENDS
    if token.text not in _ENDS:
        abbreviated = token.low[-1] == "." and following.is_capital
        return abbreviated and (token.low in ("p.m.", "a.m.") or following.low in _OPENERS_OF_SENTENCES)
    return not (token.text == "." and _is_abbreviation(tokens, number))


def _is_abbreviation(tokens: tuple[Token, ...], number: int) -> bool:
    if number == 0 or tokens[number - 1].end != tokens[number].start:
        return False
    before = tokens[number - 1]
    return before.low in words("names_before_dot") or (len(before.text) == 1 and before.is_capital)


def _begins_sentence(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    return token.is_capital or token.text[0].isdigit() or token.text in _OPENERS
