"""What a sentence puts between a noun and what is said of it: asides, brackets, and who told it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import words
from onrecord.resolution.figures.tokens import Token, low

_SOURCES: Final = words("attributions", "sources")
_TELLS: Final = words("attributions", "verbs")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_BEFORE: Final = words("attributions", "before") | _ARTICLES
_JOINTS: Final = frozenset({"for", "of", "in", "at", "on", "the", "near", "group", "channel"})
_NAME: Final = 3
_SOURCE: Final = 5
_NAMED: Final = 7
_TELLERS: Final = frozenset({"he", "she", "it", "they"})
_OPENS: Final = {"(": ")", "[": "]", ",": ",", "-": "-"}
_FAR: Final = 24
"""The longest aside, in tokens."""


def attribution_at(tokens: list[Token], at: int) -> bool:
    """Whether who told it begins at ``at``, as where commas were lost: "… dead a monitor said", "… 11 State media"."""
    if low(tokens, at) in _TELLERS:
        return low(tokens, at + 1) in _TELLS
    source = _source(tokens, at)
    if source is not None and low(tokens, source + 1) == "and":
        source = _source(tokens, source + 2)  # "activists and state media reported"
    if source is None:
        return False
    ends = source + 1 >= len(tokens) or low(tokens, source + 1) == "-"
    return (ends and at > 0) or _tells(tokens, source + 1)


def name_tells_at(tokens: list[Token], at: int) -> bool:
    """Whether a name of one to three words and a verb of telling begin at ``at``: "Ostrel Radio reported"."""
    for place in range(at, at + _NAME):
        if place >= len(tokens) or not tokens[place].text[:1].isupper():
            return False
        if low(tokens, place + 1) in _TELLS:
            return True
    return False


def _source(tokens: list[Token], at: int) -> int | None:
    """The word for who told it, past "the state" and, behind an article, words of its own."""
    source = at
    while source < at + _NAME and low(tokens, source) in _BEFORE:
        source += 1
    if low(tokens, at) in _ARTICLES:
        source = next((n for n in range(source, source + _SOURCE) if low(tokens, n) in _SOURCES), source)
    return source if low(tokens, source) in _SOURCES else None


def _tells(tokens: list[Token], at: int) -> bool:
    """Whether the source's verb follows, past its name or place: "a source in the hospital told"."""
    for place in range(at, min(at + _NAMED, len(tokens))):
        word = tokens[place]
        if word.low in _TELLS:
            return True
        if not (word.text[:1].isupper() or word.low in _JOINTS):
            return False
    return False


def past_bracket(tokens: list[Token], at: int) -> int:
    """The place after a bracket that opens at ``at``: "$2 million (€1.8 million) for roads"."""
    if low(tokens, at) != "(":
        return at
    end = _closed(tokens, at)
    return end + 1 if end else at


def past_aside(tokens: list[Token], at: int) -> int | None:
    """The place after an aside that begins at ``at``: "58 people[, 11 of them children,] were killed"."""
    if low(tokens, at) in {",", "-", "("}:
        end = _closed(tokens, at)
        return end + 1 if end else None
    if low(tokens, at + 1) == "of" and low(tokens, at + 2) in {"them", "whom"}:
        return at + 4 + (low(tokens, at + 3) in {"a", "an"})
    start = at + (low(tokens, at).endswith("ly"))
    if low(tokens, start) != "including":
        return None
    return next((place for place in range(start + 1, min(start + 8, len(tokens))) if low(tokens, place) in _WERE), None)


_WERE: Final = frozenset({"was", "were", "are", "is", "have", "has", "had"})


def _closed(tokens: list[Token], at: int) -> int | None:
    """Where the sign stands that closes the one at ``at``, in the same sentence."""
    closing = _OPENS[low(tokens, at)]
    for place in range(at + 1, min(at + _FAR, len(tokens))):
        if low(tokens, place) == closing:
            return place
        if low(tokens, place) in {";", ":", "?", "!"}:
            return None
    return None
