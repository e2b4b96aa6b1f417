"""The words that limit what was counted: those after the noun, else before it, else the clause around it."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.asides import attribution_at, past_aside, past_bracket
from onrecord.resolution.figures.lexicon import NUMBERS, WORDS, words
from onrecord.resolution.figures.nouns import Counted
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.tolls import subject_before
from onrecord.resolution.figures.units import is_duration

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
_NUMBERS: Final = frozenset(NUMBERS["ones"]) | frozenset(NUMBERS["tens"]) | frozenset(WORDS["vague_plurals"]) | {"half"}
_SCALES: Final = frozenset(NUMBERS["scales"])
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "no", "some", "any"})
_CAUSES: Final = _CASUALTY | words("populations", "causes")
_LISTENERS: Final = frozenset({"me", "us", "him", "them", "you", "reporters", "journalists"})
_TRAILING: Final = words("populations", "trailing")
_WEAK: Final = words("nouns", "weak")
_LONGEST: Final = 30
_SUBJECT: Final = 4
"""The most words that a clause keeps before its verb: "The blaze killed", not a sentence's whole beginning."""
_OPENERS: Final = frozenset("\"'“‘$€£½⅓¼#@")
_CLOSERS: Final = frozenset('.;:!?,"»)]—…“«(')

Range = tuple[int, int]


def population_of(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """The tokens ``[start, end)`` that limit what was counted; None where nothing does."""
    if counted.limits:
        return counted.limits
    part = (found.unit == "percent" or found.fraction) and low(tokens, found.end) == "of"
    if part:
        return _whole(tokens, found, counted)
    restated = low(tokens, found.start - 1) == "(" and low(tokens, counted.end) == ")"  # "40 miles (64 km) from Ostrel"
    clause = None if found.unit else _clause_before(tokens, found)
    begins = _begins(tokens, counted.end + restated, shared=clause is None)
    after = _after(tokens, begins, in_all=_is_of_all(tokens, found), some=counted.some)
    before = _modifiers(tokens, counted)
    weak = after is not None and (low(tokens, after[0]) in _SUBORDINATE or _only_time(tokens, after))
    if after and not (weak or _predicated(tokens, counted.end, found)):
        return after
    return before or clause or _subject(tokens, found, counted) or after


def _subject(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    return subject_before(tokens, found) if found.unit or counted.head is None else None


def _is_of_all(tokens: list[Token], found: Quantity) -> bool:
    """``seven of the 42 parties``: what the sentence goes on to say is about the seven."""
    at = found.start - 1
    if low(tokens, at).endswith("'s"):
        return "of" in {low(tokens, at - 1), low(tokens, at - 2)}
    return low(tokens, at) in {"the", "its", "their"} and low(tokens, at - 1) == "of"


def _is_auxiliary(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) in _AUXILIARIES and tokens[at].text != "May"


def _predicated(tokens: list[Token], end: int, found: Quantity) -> bool:
    return _is_of_all(tokens, found) and _is_auxiliary(tokens, end)


def _whole(tokens: list[Token], found: Quantity, counted: Counted) -> Range | None:
    """``of the popular vote``: the whole that a share is of, with what limits it."""
    rest = _after(tokens, _begins(tokens, counted.end, shared=True), in_all=True)
    end = rest[1] if rest and rest[0] == counted.end and low(tokens, rest[0]) not in _VERBS else counted.end
    return (found.end, end) if end > found.end + 1 else None


def _after(tokens: list[Token], start: int, *, in_all: bool, some: bool = False) -> Range | None:
    """What follows the noun: its own limits, or what is said of it where that is a casualty's verb."""
    if not _may_limit(tokens, start):
        return None
    end = start
    while end < min(len(tokens), start + _LONGEST) and not _closes(tokens, end, start):
        end += 1
    while end > start and low(tokens, end - 1) in _TRAILING:
        end -= 1
    verb = next((at for at in range(start, end) if _is_finite(tokens, at, start, in_all=in_all)), end)
    if _opens_relative(tokens, start) or _states(tokens, start):
        verb = start
    if start < verb < end:
        if some:
            start = verb
        elif in_all or not _tells_fate(tokens, verb, end):
            return start, verb
    while start < end and tokens[start].low in _BE and not _is_perfect(tokens, start, end):
        start += 1
    return (start, end) if start < end else None


def _is_finite(tokens: list[Token], at: int, start: int, *, in_all: bool) -> bool:
    """Whether the sentence's own verb stands at ``at``, past what limits the noun from ``start`` on."""
    if _is_auxiliary(tokens, at) or (in_all and low(tokens, at) in _VERBS):
        return True
    return at > start and low(tokens, at).endswith("ed") and low(tokens, at + 1) in _DETERMINERS


def _begins(tokens: list[Token], start: int, *, shared: bool) -> int:
    """Where what limits the noun begins: past a bracket, others that share its verb, or an aside before it."""
    start = past_bracket(tokens, start)
    if shared:
        start = _past_others(tokens, start)
    beyond = past_aside(tokens, start)
    return beyond if beyond is not None and _is_predicate(tokens, beyond) else start


def _is_predicate(tokens: list[Token], at: int) -> bool:
    """Whether what is said of those counted begins here: "were killed", "died", "marched"."""
    word = low(tokens, at)
    if _is_auxiliary(tokens, at):
        return _tells_fate(tokens, at, len(tokens))
    return word in _CASUALTY or word in _VERBS or (word.endswith("ed") and word not in _ENDS)


def _may_limit(tokens: list[Token], at: int) -> bool:
    if low(tokens, at) == "to" and low(tokens, at + 1) in _LISTENERS:
        return False  # "people quote 200 dead to me"
    if at < len(tokens) and tokens[at].kind == "sign" and tokens[at].text not in _OPENERS:
        return False
    return low(tokens, at) not in {"a", "an"} or is_duration(low(tokens, at + 1))


def _states(tokens: list[Token], at: int) -> bool:
    """``indicated that they were not sure``: the verb of a clause of its own."""
    return low(tokens, at).endswith("ed") and low(tokens, at + 1) == "that"


def _opens_relative(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) in _RELATIVES


def _tells_fate(tokens: list[Token], start: int, end: int) -> bool:
    return any(tokens[at].low in _CASUALTY for at in range(start, min(end, start + 5)))


def _past_others(tokens: list[Token], start: int) -> int:
    """Past others that share the verb: "soldiers [and police officers] are deployed"."""
    if low(tokens, start) != "and" or _is_auxiliary(tokens, start + 1):
        return start
    for at in range(start + 1, min(start + 7, len(tokens))):
        if _is_auxiliary(tokens, at):
            return start if _starts_number(tokens, at - 1) or low(tokens, at - 1) in _SCALES else at
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
    """Whether what limits the noun ends before ``at``."""
    token = tokens[at]
    if token.kind == "number" and tokens[at - 1].kind == "number":
        return True  # a row of numbers
    if token.low in {"and", "or", "as", "so"}:
        return at == start or _begins_anew(tokens, at + 1)
    return _is_sign(tokens, at) or _ends_limits(tokens, at, start) or attribution_at(tokens, at)


def _begins_anew(tokens: list[Token], at: int) -> bool:
    """Whether something else is said after "and": of others, or with a verb of its own."""
    return low(tokens, at) in _PRONOUNS or _is_auxiliary(tokens, at) or _counts(tokens, at)


def _is_sign(tokens: list[Token], at: int) -> bool:
    """A sign that ends what limits the noun, and no hyphen or point inside a word."""
    sign = tokens[at].low
    if sign == "-":
        return not touching(tokens, at)
    return sign in _CLOSERS and not (sign == "." and _abbreviates(tokens, at))


def _ends_limits(tokens: list[Token], at: int, start: int) -> bool:
    word, after = tokens[at].low, low(tokens, at + 1)
    if word in _ENDS:
        return (word, after) != ("because", "of") and (word != "which" or at > start)
    if at == start and word in _CASUALTY:
        return _starts_number(tokens, at + 1)  # "kills 12 wounds 40"
    return (word, after) == ("apart", "from")


def _abbreviates(tokens: list[Token], at: int) -> bool:
    """``U.S.``: a point that ends no sentence."""
    return at > 0 and len(tokens[at - 1].text) == 1 and tokens[at - 1].kind == "word" and at + 1 < len(tokens)


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether another figure begins here: "… killed and 41 injured", "and at least six", "and injured twelve"."""
    return any(_starts_number(tokens, place) for place in range(at, at + 3))


def _starts_number(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) in _NUMBERS or (at < len(tokens) and tokens[at].kind == "number")


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
    verbs = [n for n in range(at, found.start) if tokens[n].low in _CAUSES]
    if not verbs:
        return None
    near = verbs[-1] - at <= _SUBJECT and not any(_starts_number(tokens, n) for n in range(at, verbs[-1]))
    start = at if near else verbs[-1]
    while start < verbs[-1] and tokens[start].low in _AUXILIARIES | {"and", "which", "who"}:
        start += 1
    return start, found.start


def _opens(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low == ".":
        return not _abbreviates(tokens, at)
    return token.low in _CLOSERS or token.low in {"that", "while", "but"}
