"""The counted noun after a number: the head of its noun phrase, found without a tagger."""

from __future__ import annotations

from typing import Final, NamedTuple

from onrecord.resolution.figures.lexicon import WORDS, words
from onrecord.resolution.figures.numbers import number_at
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import is_duration

_PLURALS: Final = words("nouns", "plurals")
_NOT_HEADS: Final = words("nouns", "not_heads")
_STOPS: Final = words("nouns", "stops")
_PARTICIPLES: Final = words("nouns", "participles")
_WHOLES: Final = words("nouns", "wholes")
_FATES: Final = words("nouns", "fates")
_MEASURING: Final = frozenset({"old", "long", "high", "tall", "deep", "strong", "wide", "thick"})
"""These end a measure ("40 feet long"), or describe what is counted ("40 old people")."""
_WEAK: Final = words("nouns", "weak")
_MASSES: Final = frozenset({"infantry", "data", "media"})
_MOST: Final = 7
_DESCRIBED: Final = 5
_SKIPPED: Final = frozenset({"of", "the", "these", "those", "its", "their", "his", "her", "our", "all", "my", "your"})
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our"})
_OBJECTS: Final = frozenset({"them", "us", "whom", "these", "those", "which"})
_KINDS: Final = frozenset(
    {
        "women",
        "men",
        "children",
        "youth",
        "police",
        "crew",
        "staff",
        "people's",
        "clergy",
        "militia",
        "aircraft",
        "media",
    }
)
_IRREGULAR: Final = ("men", "women", "children", "people")
_QUOTES: Final = frozenset({'"', "‘", "'"})


class Counted(NamedTuple):
    """The noun phrase ``[start, end)`` after a number, and its ``head`` (None: nothing names what was counted)."""

    start: int
    end: int
    head: int | None
    limits: tuple[int, int] | None = None
    """Words that say of whom these are some: "of them" in "eight of them were children"."""
    some: bool = False
    """Some of a number that is told, too: "seven of the 42 parties"."""


def counted_after(tokens: list[Token], at: int, *, part: bool, one: bool) -> Counted:
    """The noun phrase that begins at ``at``; ``part``: a share of it was counted; ``one``: one thing was."""
    start = at + (low(tokens, at) in _QUOTES)
    of = low(tokens, start) == "of"
    if of or part:
        start += of
        while low(tokens, start) in _SKIPPED:
            start += 1
    whose = low(tokens, start - 1) in {"these", "those"} and low(tokens, start) in _STOPS
    if (of and low(tokens, start) in _OBJECTS) or whose:
        return _told_apart(tokens, at, start)
    if of and low(tokens, start) in _FATES and not _before_noun(tokens, start):
        return Counted(start, start + 1, start)
    old = _old(tokens, start)
    if old:
        return Counted(start, old, old - 1)
    begun = _past_number(tokens, start) if of else start
    head, end = _head(tokens, begun, part or one, one=one and not of)
    return Counted(begun, end, head, some=begun > start)


def _told_apart(tokens: list[Token], of: int, at: int) -> Counted:
    """``of them``, where "(were) children" may follow to say which they are."""
    noun = at + 1
    while low(tokens, noun) in {"were", "are", "was"}:
        noun += 1
    if noun < len(tokens) and _plural(tokens, noun) and low(tokens, noun) not in _PARTICIPLES:
        return Counted(noun, noun + 1, noun, limits=(of, at + 1))
    return Counted(at, at + 1, at)


def _past_number(tokens: list[Token], at: int) -> int:
    """Past the number, and a possessor before it, in "[seven of the] 42 parties", "the country's eight"."""
    for step in (0, 1):
        place = at + step
        number = number_at(tokens, place) if place < len(tokens) else None
        if number is not None and not number.fraction:
            return number.end
        if not low(tokens, at).endswith("'s"):
            break
    return at


def _old(tokens: list[Token], at: int) -> int | None:
    """The place after "year-old"."""
    at += low(tokens, at) == "-"
    if (
        low(tokens, at) in {"year", "month", "week", "day"}
        and low(tokens, at + 1) == "-"
        and low(tokens, at + 2) == "old"
    ):
        return at + 3
    return None


def _head(tokens: list[Token], start: int, singular: bool, *, one: bool) -> tuple[int | None, int]:
    if low(tokens, start) == "dead" and not _before_noun(tokens, start):
        return start, start + 1
    if low(tokens, start) == "more" and not _named_next(tokens, start):
        return None, start + 1
    last, at = None, start
    while at < min(len(tokens), start + _MOST) and _goes_on(tokens, at, start):
        if tokens[at].kind == "word":
            if last is not None and _ends_one(tokens, at, one=one, singular=singular):
                break
            last = at
            if singular and not one and tokens[at].low in _WHOLES:
                return at, at + 1
            if not one and _plural(tokens, at) and not _plural_follows(tokens, at, part=singular):
                return at, at + 1
        at += 1
    if last is None or not (singular or _named(tokens[last]) or _befell(tokens, last)):
        return (None, start)
    return last, last + 1


def _befell(tokens: list[Token], at: int) -> bool:
    """``dozens of terrorist killed``: a slip for the plural."""
    return low(tokens, at + 1) in _FATES and low(tokens, at) not in _WEAK


def _ends_one(tokens: list[Token], at: int, *, one: bool, singular: bool) -> bool:
    """Whether a singular ends before ``at``: "one house burned", "half the flour rotted"."""
    past = tokens[at].low.endswith("ed") and not (low(tokens, at + 1) and _plural(tokens, at + 1))
    return (one and (_plural(tokens, at) or tokens[at].low.endswith("ed"))) or (singular and past)


def _goes_on(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    hyphened = at > start and tokens[at - 1].low == "-" and touching(tokens, at)
    if token.kind == "number":
        return hyphened
    if token.low == ".":
        return at > start and _is_initial(tokens, at - 1) and at + 1 < len(tokens)
    if token.kind == "sign":
        return token.low == "-" and (at > start or touching(tokens, at)) and _hyphenates(tokens, at)
    if token.low in {"and", "or"} and at > start:
        return _pairs_adjectives(tokens, at)
    if token.low in _PARTICIPLES | _MEASURING:
        return _before_noun(tokens, at)
    governed = at == start and low(tokens, at - 1) in _DETERMINERS  # "51 percent of the support"
    return token.low not in _STOPS or hyphened or governed


def _is_initial(tokens: list[Token], at: int) -> bool:
    """``U.S. troops``."""
    return len(tokens[at].text) == 1 and tokens[at].text.isupper() and touching(tokens, at + 1)


def _hyphenates(tokens: list[Token], at: int) -> bool:
    """``gas-fired``, and the first hyphen of "coal- and gas-fired plants"."""
    return touching(tokens, at + 1) or low(tokens, at + 1) in {"and", "or"}


def _pairs_adjectives(tokens: list[Token], at: int) -> bool:
    """``sick and elderly captives``: two words of one kind before the head."""
    after = low(tokens, at + 1)
    if tokens[at - 1].low == "-":
        return True
    return (
        after not in _STOPS
        and after != "other"
        and at + 2 < len(tokens)
        and tokens[at + 1].kind == "word"
        and _plural(tokens, at + 2)
    )


def _before_noun(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands before what it describes ("suspected gas attacks") and not after it."""
    for place in range(at + 1, min(at + _DESCRIBED, len(tokens))):
        if tokens[place].kind != "word" or tokens[place].low in _STOPS:
            return False
        if _plural(tokens, place):
            return True
    return False


def _plural(tokens: list[Token], at: int) -> bool:
    word = tokens[at].low
    if (
        tokens[at].kind != "word"
        or word in _NOT_HEADS
        or word in _STOPS
        or (word == "more" and _named_next(tokens, at))
    ):
        return False
    return (
        word in _PLURALS
        or word.endswith(_IRREGULAR)
        or is_duration(word)
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))
    )


def _named_next(tokens: list[Token], at: int) -> bool:
    """``25 million more people``."""
    return at + 1 < len(tokens) and tokens[at + 1].kind == "word" and low(tokens, at + 1) not in _STOPS


def _plural_follows(tokens: list[Token], at: int, *, part: bool) -> bool:
    """``women soldiers``: a plural that says of which kind the next one is; ``a country's population``."""
    if part and low(tokens, at + 1) in _WHOLES:
        return True
    if low(tokens, at) in _MASSES and at + 2 < len(tokens) and low(tokens, at + 1).endswith("ing"):
        return _plural(tokens, at + 2)  # "infantry fighting vehicles"
    return tokens[at].low in _KINDS and at + 1 < len(tokens) and _plural(tokens, at + 1)


def _named(token: Token) -> bool:
    """A singular after a number above one is no head, unless it is a name ("250 Taliban") or a mass noun."""
    return token.text[:1].isupper() or token.low in WORDS["nouns"]["plurals"]
