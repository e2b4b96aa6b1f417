"""The words that limit what was counted: those after the noun, else before it, else the clause around it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.lexicon import NUMBERS, WORDS, words
from onrecord.resolution.figures.nouns import Counted
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low, touching

_BE: Final = words("populations", "be")
_AUXILIARIES: Final = words("populations", "auxiliaries")
_HAVE: Final = words("populations", "have")
_VERBS: Final = words("populations", "verbs")
_SUBORDINATE: Final = words("populations", "subordinate")
_ENDS: Final = words("populations", "ends")
_PRONOUNS: Final = words("populations", "pronouns")
_CASUALTY: Final = words("populations", "casualty")
_TIMES: Final = words("populations", "times") | words("months", "words")
_RELATIVES: Final = _PRONOUNS | {"who", "whom", "whose", "that", "which", "where", "and", "to"}
_NUMBERS: Final = frozenset(NUMBERS["ones"]) | frozenset(NUMBERS["tens"]) | frozenset(WORDS["vague_plurals"])
_LISTENERS: Final = frozenset({"me", "us", "him", "them", "you", "reporters", "journalists"})
_TRAILING: Final = words("populations", "trailing")
_WEAK: Final = words("nouns", "weak")
_LONGEST: Final = 30
_SUBJECT: Final = 4
"""The most words that a clause keeps before its verb: "The blaze killed", not a sentence's whole beginning."""
_CLOSERS: Final = frozenset('.;:!?,"»)]—…“«(')

Range = tuple[int, int]


def population_of(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """The tokens ``[start, end)`` that limit what was counted; None where nothing does."""
    if counted.limits:
        return counted.limits
    part = (found.unit == "percent" or found.fraction) and low(tokens, found.end) == "of"
    if part:
        return _whole(tokens, found, counted)
    after = _after(tokens, counted.end, in_all=_is_of_all(tokens, found), some=counted.some)
    before = _modifiers(tokens, counted)
    weak = after is not None and (low(tokens, after[0]) in _SUBORDINATE or _only_time(tokens, after))
    if after and not (weak or _predicated(tokens, counted.end, found)):
        return after
    return before or (None if found.unit else _clause_before(tokens, found)) or after


def _is_of_all(tokens: list[Token], found: Quantity) -> bool:
    """``seven of the 42 parties``: what the sentence goes on to say is about the seven."""
    return low(tokens, found.start - 1) in {"the", "'s", "its", "their"} and low(tokens, found.start - 2) == "of"


def _is_auxiliary(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) in _AUXILIARIES and tokens[at].text != "May"


def _predicated(tokens: list[Token], end: int, found: Quantity) -> bool:
    return _is_of_all(tokens, found) and _is_auxiliary(tokens, end)


def _whole(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """``of the popular vote``: the whole that a share is of, with what limits it."""
    rest = _after(tokens, counted.end, in_all=True)
    end = rest[1] if rest and rest[0] == counted.end and low(tokens, rest[0]) not in _VERBS else counted.end
    return (found.end, end) if end > found.end + 1 else None


def _after(tokens: list[Token], start: int, *, in_all: bool, some: bool = False) -> Range | None:
    """What follows the noun: its own limits, or what is said of it where that is a casualty's verb."""
    start = _past_others(tokens, start)
    if low(tokens, start) == "to" and low(tokens, start + 1) in _LISTENERS:
        return None  # "people quote 200 dead to me"
    end = start
    while end < min(len(tokens), start + _LONGEST) and not _closes(tokens, end, start):
        end += 1
    while end > start and low(tokens, end - 1) in _TRAILING:
        end -= 1
    verb = next(
        (at for at in range(start, end) if _is_auxiliary(tokens, at) or (in_all and low(tokens, at) in _VERBS)), end
    )
    if _opens_relative(tokens, start):
        verb = start
    if start < verb < end:
        if some:
            start = verb
        elif in_all or not _tells_fate(tokens, verb, end):
            return start, verb
        elif low(tokens, start) not in _CASUALTY:
            start = verb
    while start < end and tokens[start].low in _BE and not _is_perfect(tokens, start, end):
        start += 1
    return (start, end) if start < end else None


def _opens_relative(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) in _RELATIVES


def _tells_fate(tokens: list[Token], start: int, end: int) -> bool:
    return any(tokens[at].low in _CASUALTY for at in range(start, min(end, start + 5)))


def _past_others(tokens: list[Token], start: int) -> int:
    """Past others that share the verb: "soldiers [and police officers] are deployed"."""
    if low(tokens, start) != "and":
        return start
    for at in range(start + 1, min(start + 7, len(tokens))):
        if _is_auxiliary(tokens, at):
            return at
        if tokens[at].kind == "sign":
            break
    return start


def _is_perfect(tokens: list[Token], start: int, end: int) -> bool:
    """``have gone``, ``had fled``: the perfect stays; ``were killed``, ``have been killed`` lose their auxiliaries."""
    return tokens[start].low in _HAVE and low(tokens, start + 1) not in _BE and start + 1 < end


def _only_time(tokens: list[Token], span: Range) -> bool:
    """``on Monday``, ``last month``: they say when it was told more than who was counted."""
    return all(tokens[at].low in _TIMES or tokens[at].kind == "number" for at in range(*span))


def _closes(tokens: list[Token], at: int, start: int) -> bool:
    token, after = tokens[at], low(tokens, at + 1)
    if token.kind == "number" and tokens[at - 1].kind == "number":
        return True  # a row of numbers
    if token.low in _CLOSERS or token.low == "-":
        return not (_abbreviates(tokens, at) if token.low == "." else token.low == "-" and touching(tokens, at))
    if token.low in _ENDS:
        return token.low != "because" or after != "of"
    if token.low == "apart" and after == "from":
        return True
    if token.low in {"and", "or", "as", "so"}:
        return at == start or after in _PRONOUNS or _is_auxiliary(tokens, at + 1) or _counts(tokens, at + 1)
    return False


def _abbreviates(tokens: list[Token], at: int) -> bool:
    """``U.S.``: a point that ends no sentence."""
    return at > 0 and len(tokens[at - 1].text) == 1 and tokens[at - 1].kind == "word" and at + 1 < len(tokens)


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether another figure begins here: "… killed and 41 injured", "and at least six", "and injured twelve"."""
    return any(token.kind == "number" or token.low in _NUMBERS for token in tokens[at : at + 3])


def _modifiers(tokens: list[Token], counted: Counted) -> Range | None:
    """``sick and elderly`` in "400 sick and elderly captives"."""
    if counted.head is None or counted.start >= counted.head:
        return None
    if all(token.low in _WEAK for token in tokens[counted.start : counted.head]):
        return None
    return counted.start, counted.head


def _clause_before(tokens: list[Token], found: Quantity) -> Range | None:
    """``It has killed`` before "more than 90,000 people"; ``Invitations have gone out to``."""
    at = found.start
    while at > 0 and found.start - at < _LONGEST and not _opens(tokens, at - 1):
        at -= 1
    verbs = [n for n in range(at, found.start) if tokens[n].low in _CASUALTY]
    if not verbs:
        return None
    start = at if verbs[-1] - at <= _SUBJECT else verbs[-1]
    while start < verbs[-1] and tokens[start].low in _AUXILIARIES | {"and", "which", "who"}:
        start += 1
    return start, found.start


def _opens(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low == ".":
        return not _abbreviates(tokens, at)
    return token.low in _CLOSERS or token.low in {"that", "while", "but"}
