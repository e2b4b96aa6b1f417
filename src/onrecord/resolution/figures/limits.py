"""Where what limits a counted noun begins and ends, behind the noun."""

from __future__ import annotations

from typing import Final

from onrecord.resolution.figures.asides import attribution_at, name_tells_at, past_aside, past_bracket
from onrecord.resolution.figures.lexicon import NUMBERS, WORDS, words
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import is_duration

BE: Final = words("populations", "be")
AUXILIARIES: Final = words("populations", "auxiliaries")
VERBS: Final = words("populations", "verbs")
CASUALTY: Final = words("populations", "casualty")
_FATES: Final = words("nouns", "fates")
_HAVE: Final = words("populations", "have")
_ENDS: Final = words("populations", "ends")
_PASTS: Final = words("populations", "pasts")
_PRONOUNS: Final = words("populations", "pronouns")
_ABBREVIATIONS: Final = words("populations", "abbreviations")
_RELATIVES: Final = _PRONOUNS | {"who", "whom", "whose", "that", "which", "where", "and", "to"}
_HELD: Final = frozenset({"who", "that", "which", "where", "whose", "to"})
"""A verb soon after one of these is not the sentence's own."""
_NUMBERS: Final = frozenset(NUMBERS["ones"]) | frozenset(NUMBERS["tens"]) | frozenset(WORDS["vague_plurals"]) | {"half"}
_SCALES: Final = frozenset(NUMBERS["scales"])
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "no", "some", "any"})
_LISTENERS: Final = frozenset({"me", "us", "him", "them", "you", "reporters", "journalists"})
_TRAILING: Final = words("populations", "trailing")
LONGEST: Final = 30
_OPENERS: Final = frozenset("\"'“‘$€£½⅓¼#@")
CLOSERS: Final = frozenset('.;:!?,"»)]—…“«(')

Range = tuple[int, int]


def limits_after(tokens: list[Token], start: int, *, in_all: bool, some: bool = False) -> Range | None:
    """What follows the noun: its own limits, and what is said of it where that is a casualty's verb.

    ``in_all``: what the sentence says is said of some of them; ``some``: of these alone.
    """
    if not _may_limit(tokens, start):
        return None
    end = start
    while end < min(len(tokens), start + LONGEST) and not _closes(tokens, end, start):
        end += 1
    verb = next((at for at in range(start, end) if _is_finite(tokens, at, start, in_all=in_all)), end)
    if low(tokens, start) in _RELATIVES or _states(tokens, start):
        verb = start
    if start < verb < end:
        if some:
            start = verb
        elif in_all or not _tells_fate(tokens, verb, end):
            end = verb
    while start < end and tokens[start].low in BE and not _is_perfect(tokens, start, end):
        start += 1
    while end > start and low(tokens, end - 1) in _TRAILING:
        end -= 1
    return (start, end) if start < end else None


def begins(tokens: list[Token], start: int, *, shared: bool) -> int:
    """Where what limits the noun begins: past a bracket, others that share its verb, or an aside before it."""
    start = past_bracket(tokens, start)
    if shared:
        start = _past_others(tokens, start)
    beyond = past_aside(tokens, start)
    return beyond if beyond is not None and _is_predicate(tokens, beyond) else start


def is_auxiliary(tokens: list[Token], at: int) -> bool:
    """Whether a verb of being, having or willing stands there, and not the month of May."""
    return low(tokens, at) in AUXILIARIES and tokens[at].text != "May"


def starts_number(tokens: list[Token], at: int) -> bool:
    """Whether digits or a number word stand there."""
    return low(tokens, at) in _NUMBERS or (at < len(tokens) and tokens[at].kind == "number")


def abbreviates(tokens: list[Token], at: int) -> bool:
    """``U.S.``, ``Sept. 3``: a point that ends no sentence."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1]
    return (len(before.text) == 1 and before.kind == "word") or before.low in _ABBREVIATIONS


def _is_finite(tokens: list[Token], at: int, start: int, *, in_all: bool) -> bool:
    """Whether the sentence's own verb stands at ``at``, past what limits the noun from ``start`` on."""
    if any(low(tokens, back) in _HELD for back in range(max(start, at - 3), at)):
        return False
    if is_auxiliary(tokens, at) or (in_all and low(tokens, at) in VERBS):
        return True
    return at > start and low(tokens, at).endswith("ed") and low(tokens, at + 1) in _DETERMINERS


def _is_predicate(tokens: list[Token], at: int) -> bool:
    """Whether what is said of those counted begins here: "were killed", "died", "marched"."""
    word = low(tokens, at)
    if is_auxiliary(tokens, at):
        return _tells_fate(tokens, at, len(tokens))
    return word in CASUALTY or word in VERBS or (word.endswith("ed") and word not in _ENDS)


def _may_limit(tokens: list[Token], at: int) -> bool:
    if low(tokens, at) == "to" and low(tokens, at + 1) in _LISTENERS:
        return False  # "people quote 200 dead to me"
    if at < len(tokens) and tokens[at].kind == "sign" and tokens[at].text not in _OPENERS:
        return False
    return low(tokens, at) not in {"a", "an"} or is_duration(low(tokens, at + 1))


def _states(tokens: list[Token], at: int) -> bool:
    """``indicated that they were not sure``: the verb of a clause of its own."""
    word = low(tokens, at)
    return (word == "said" or word.endswith("ed")) and low(tokens, at + 1) == "that"


def _tells_fate(tokens: list[Token], start: int, end: int) -> bool:
    return any(tokens[at].low in CASUALTY for at in range(start, min(end, start + 5)))


def _past_others(tokens: list[Token], start: int) -> int:
    """Past others that share the verb: "soldiers [and police officers] are deployed"."""
    if low(tokens, start) != "and" or is_auxiliary(tokens, start + 1):
        return start
    for at in range(start + 1, min(start + 7, len(tokens))):
        if is_auxiliary(tokens, at):
            return start if starts_number(tokens, at - 1) or low(tokens, at - 1) in _SCALES else at
        if tokens[at].kind == "sign" or low(tokens, at) in _PRONOUNS:
            break
    return start


def _is_perfect(tokens: list[Token], start: int, end: int) -> bool:
    """``have gone``, ``had fled``: the perfect stays; ``were killed``, ``have been killed`` lose their auxiliaries."""
    return tokens[start].low in _HAVE and low(tokens, start + 1) not in BE and start + 1 < end


def _closes(tokens: list[Token], at: int, start: int) -> bool:
    """Whether what limits the noun ends before ``at``."""
    token = tokens[at]
    if token.kind == "number" and (
        at == start or tokens[at - 1].kind == "number" or (at == start + 1 and tokens[start].low in _FATES)
    ):
        return True  # a row of numbers, "6 killed 35 injured"
    if token.low in {"and", "or", "as", "so"}:
        return at == start or _begins_anew(tokens, at + 1)
    return _is_sign(tokens, at) or _ends_limits(tokens, at, start) or attribution_at(tokens, at)


def _begins_anew(tokens: list[Token], at: int) -> bool:
    """Whether something else is said after "and": of others, or with a verb of its own."""
    if low(tokens, at) in _PRONOUNS | _PASTS or is_auxiliary(tokens, at):
        return True
    return any(starts_number(tokens, place) for place in range(at, at + 3))  # "and at least six"


def _is_sign(tokens: list[Token], at: int) -> bool:
    """A sign that ends what limits the noun, and no hyphen or point inside a word."""
    sign = tokens[at].low
    if sign == "-":
        return not touching(tokens, at)
    return sign in CLOSERS and not (sign == "." and abbreviates(tokens, at))


def _ends_limits(tokens: list[Token], at: int, start: int) -> bool:
    word, after = tokens[at].low, low(tokens, at + 1)
    if at == start and _states(tokens, at):
        return False
    if word in _ENDS:
        return (word, after) != ("because", "of") and (word != "which" or at > start)
    if at == start and word in CASUALTY - _FATES:
        return starts_number(tokens, at + 1)  # "kills 12 wounds 40"
    if at == start and name_tells_at(tokens, at):
        return True
    return (word, after) in {("apart", "from"), ("among", "them"), ("among", "whom")}
