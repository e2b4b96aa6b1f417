"""One number at a place: in digits or words, whole or a fraction, sharp or vague."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from onrecord.resolution.figures.digits import value_of
from onrecord.resolution.figures.lexicon import NUMBERS, WORDS
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import names_money

ONES: Final[dict[str, int]] = NUMBERS["ones"]
TENS: Final[dict[str, int]] = NUMBERS["tens"]
SCALES: Final[dict[str, int]] = NUMBERS["scales"] | {"dozen": 12}
_ABBREVIATED: Final[dict[str, int]] = WORDS["scales"]
_MONEY_SCALES: Final[dict[str, int]] = WORDS["money_scales"]
_FRACTIONS: Final[dict[str, int]] = WORDS["fractions"]
_VAGUE: Final[dict[str, int]] = WORDS["vague_plurals"]
_HANDFULS: Final[dict[str, list[int]]] = WORDS["handfuls"]
_SOME: Final[dict[str, list[int]]] = WORDS["some"]
_GLYPHS: Final = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
_HALF_OF: Final = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "these"})
_COUNTED_SCORES: Final = frozenset({"of", "killed", "wounded", "injured", "more", "dead", "arrested"})
_ROUND: Final = frozenset({10, 100})
MOST: Final = 1e18
"""Nothing that news count is more."""


@dataclass(frozen=True, slots=True)
class Number:
    """``[low, high]`` in the tokens ``[start, end)``. ``scale`` is what a scale word multiplied by (1: none)."""

    low: float
    high: float | None
    start: int
    end: int
    approximate: bool = False
    scale: int = 1
    fraction: bool = False
    digits: bool = False


def number_at(tokens: list[Token], at: int, *, money: bool = False) -> Number | None:
    """The number that begins at ``at``; ``money``: a sign of money stands before it."""
    found = _read(tokens, at, money)
    return found if found is not None and abs(found.low) <= MOST else None


def _read(tokens: list[Token], at: int, money: bool) -> Number | None:
    token = tokens[at]
    if token.kind == "number":
        return _in_digits(tokens, at, money)
    if token.text in _GLYPHS:
        part = Number(_GLYPHS[token.text], _GLYPHS[token.text], at, at + 1, fraction=True)
        return _of_a_scale(tokens, part) or part
    if token.kind != "word":
        return None
    return _vague(tokens, at) or _part(tokens, at) or _in_words(tokens, at)


def _in_digits(tokens: list[Token], at: int, money: bool) -> Number | None:
    merged = _spaced(tokens, at)
    value = value_of("".join(t.text for t in tokens[at:merged]))
    if value is None:
        return None
    found = Number(value, value, at, merged, digits=True)
    if low(tokens, merged) == "/" and touching(tokens, merged) and merged == at + 1:
        return _slashed(tokens, found)
    if low(tokens, merged) in _GLYPHS:
        value += _GLYPHS[tokens[merged].low]
        return _scaled(tokens, replace(found, low=value, high=value, end=merged + 1), money)
    counted = _one_in(tokens, found)
    return counted or _mixed(tokens, found) or _scaled(tokens, found, money)


def _spaced(tokens: list[Token], at: int) -> int:
    """The place after digits whose groups are parted by plain spaces: "40 000", "1 234 567"."""
    end = at + 1
    if not tokens[at].text.isdigit() or len(tokens[at].text) > 3 or tokens[at].text[0] == "0":
        return end
    while end < len(tokens) and len(tokens[end].text) == 3 and tokens[end].text.isdigit() and _one_space(tokens, end):
        end += 1
    several = end - at > 2 and len(tokens[at].text) == 3
    before = at > 0 and tokens[at - 1].kind == "number" and _one_space(tokens, at)
    after = end < len(tokens) and tokens[end].kind == "number" and _one_space(tokens, end)
    return at + 1 if several or before or after else end


def _one_space(tokens: list[Token], at: int) -> bool:
    return tokens[at].start - tokens[at - 1].end == 1


def _slashed(tokens: list[Token], found: Number) -> Number | None:
    """``1/3 of``, ``2/3``: small proper fractions alone; "24/7" and "5/6/2019" are none."""
    under = found.end + 1
    if not (under < len(tokens) and tokens[under].text.isdigit() and touching(tokens, under)):
        return found if tokens[found.start].low != "24" else None
    below = value_of(tokens[under].text)
    proper = below is not None and 0 < found.low < below <= 100 and low(tokens, under + 1) != "/"
    if below is None or not proper or low(tokens, under + 1) not in _HALF_OF | {"a", "an"}:
        return None
    part = found.low / below
    return Number(part, part, found.start, under + 1, fraction=True)


def _mixed(tokens: list[Token], found: Number) -> Number | None:
    """``2 1/2``."""
    over, under = found.end, found.end + 2
    if not (
        under < len(tokens) and low(tokens, over + 1) == "/" and touching(tokens, over + 1) and touching(tokens, under)
    ):
        return None
    if not (tokens[over].text.isdigit() and tokens[under].text.isdigit()):
        return None
    above, below = value_of(tokens[over].text), value_of(tokens[under].text)
    if above is None or below is None or not 0 < above < below <= 16:
        return None
    return replace(found, low=found.low + above / below, high=found.low + above / below, end=under + 1)


def _scaled(tokens: list[Token], found: Number, money: bool) -> Number:
    """With the scale words after it: "2.5 million", "2.5bn", "40 thousand", "2-million"."""
    at = found.end
    if low(tokens, at) == "-" and low(tokens, at + 1) in SCALES and touching(tokens, at) and touching(tokens, at + 1):
        at += 1
    scale, end = 1, found.end
    while at < len(tokens) and (factor := _scale(tokens, at, money)) and scale * factor <= MOST:
        scale, at, end = scale * factor, at + 1, at + 1
    high = None if found.high is None else _times(found.high, scale)
    return replace(found, low=_times(found.low, scale), high=high, end=end, scale=scale)


def _times(value: float, scale: int) -> float:
    """The product as one would write it: a float's 2.05 times a million is a little less than 2,050,000."""
    return float(Decimal(repr(value)) * scale) if scale > 1 else value


def _scale(tokens: list[Token], at: int, money: bool) -> int | None:
    word = tokens[at].low
    if word in SCALES:
        return SCALES[word]
    near = touching(tokens, at) or tokens[at].start - tokens[at - 1].end == 1
    if word in _ABBREVIATED and near and (word != "k" or touching(tokens, at)):
        return _ABBREVIATED[word]
    if touching(tokens, at) and (money or tokens[at].text in {"M", "B"} or names_money(tokens, at + 1)):
        return _MONEY_SCALES.get(word)
    return None


def _in_words(tokens: list[Token], at: int) -> Number | None:
    """``two hundred and fifty thousand``, ``a dozen``, ``three and a half million``."""
    start, word = at, tokens[at].low
    if word in {"a", "an", "per"}:
        if low(tokens, at + 1) not in SCALES or word == "per":
            return None
        total, end = _sum(tokens, at + 1, first=1)
    elif word in ONES or word in TENS:
        total, end = _sum(tokens, at, first=0)
    else:
        return None
    counted = _one_in(tokens, Number(total, total, start, end))
    if counted:
        return counted
    if [low(tokens, end + n) for n in range(3)] == ["and", "a", "half"]:
        total, end = total + 0.5, end + 3
    found = _scaled(tokens, Number(float(total), float(total), start, end), money=False)
    return replace(found, scale=_last_scale(tokens, found)) if found.scale == 1 else found


def _last_scale(tokens: list[Token], found: Number) -> int:
    """What the number's last words multiply by: "six hundred thousand" is six of a hundred thousand."""
    scale, at = 1, found.end - 1
    while at > found.start and tokens[at].low in SCALES:
        scale, at = scale * SCALES[tokens[at].low], at - 1
    return scale


def _sum(tokens: list[Token], at: int, first: int) -> tuple[float, int]:
    """The sum of number words from ``at`` on, by the grammar of counting, and the place after them.

    ``group`` is what a coming scale multiplies; ``room`` what a next word may still be worth.
    """
    total, group, scale_room, room, end = 0, first, 10**19, 10**19, at
    while at < len(tokens):
        word = tokens[at].low
        if word in ONES or word in TENS:
            value = ONES.get(word, TENS.get(word, 0))
            if value >= room or (value == 0 and end > at):
                break
            group += value
            room = 10 if word in TENS else 0
        elif word == "hundred" and 0 < group < 100:
            group, room = group * 100, 100
        elif word in SCALES and group and word not in {"hundred", "dozen"} and SCALES[word] < scale_room:
            total, group, scale_room = total + group * SCALES[word], 0, SCALES[word]
            room = 1000
        elif word == "dozen" and group and not total:
            return group * 12, at + 1
        else:
            break
        at += 1
        end = at
        at = _joined(tokens, at)
    return total + group, end


def _joined(tokens: list[Token], at: int) -> int:
    """Past what may stand inside a number in words: a hyphen, or "and" after hundred and the scales."""
    if low(tokens, at) == "-" and touching(tokens, at) and touching(tokens, at + 1):
        return at + 1
    if low(tokens, at) == "and" and tokens[at - 1].low in SCALES:
        return at + 1
    return at


def _vague(tokens: list[Token], at: int) -> Number | None:
    """``dozens``, ``tens of thousands``, ``a handful of``, ``several hundred``, ``half a million``."""
    word, after = tokens[at].low, low(tokens, at + 1)
    if word in _VAGUE:
        return _plural(tokens, at)
    start = at
    if word == "a":
        at, word, after = at + 1, after, low(tokens, at + 2)
    if word in _SOME:
        end = at + 1 + (after == "of")
        few, many = _SOME[word]
        if low(tokens, end) in SCALES:
            return _scaled(tokens, Number(few, many, start, end, approximate=True), money=False)
        if (scale := _VAGUE.get(low(tokens, end))) and low(tokens, end + 1) == "of":
            return Number(few * scale, many * scale, start, end + 1, approximate=True)
    if word in _HANDFULS and after == "of" and start < at and word != "dozen":
        few, many = _HANDFULS[word]
        return Number(few, many, start, at + 1, approximate=few < many)
    return None


def _plural(tokens: list[Token], at: int) -> Number | None:
    """``thousands`` is two thousand and more, ``tens of thousands`` two tens of one thousand."""
    word, end, least = tokens[at].low, at + 1, 2.0 * _VAGUE[tokens[at].low]
    if word == "scores" and low(tokens, at + 1) not in _COUNTED_SCORES:
        return None
    while low(tokens, end) == "of" and low(tokens, end + 1) in _VAGUE and least < MOST:
        least *= _VAGUE[tokens[end + 1].low]
        end += 2
    if word == "tens" and low(tokens, end) != "of" and end == at + 1:
        return None
    return Number(least, None, at, end, approximate=True)


def _part(tokens: list[Token], at: int) -> Number | None:
    """``a third of``, ``two-thirds``, ``half the``, ``three quarters of``; ``half a million`` is a number."""
    first = at + (low(tokens, at) in {"a", "one"})
    if low(tokens, first) in {"half", "quarter"} and (scaled := _of_a_scale(tokens, _half(tokens, at, first))):
        return scaled
    if tokens[at].low == "half":
        return _half(tokens, at, at) if low(tokens, at + 1) in _HALF_OF else None
    return _named_part(tokens, at)


def _half(tokens: list[Token], start: int, at: int) -> Number:
    part = 1 / _FRACTIONS[tokens[at].low]
    return Number(part, part, start, at + 1, fraction=True)


def _of_a_scale(tokens: list[Token], part: Number) -> Number | None:
    """``half a million``, ``a quarter of a million``, ``a half-million``, ``½ million``."""
    at = part.end
    if low(tokens, at) == "-" and touching(tokens, at):
        at += 1
    at += low(tokens, at) == "of" and low(tokens, at + 1) in {"a", "an"}
    at += low(tokens, at) in {"a", "an"}
    scale = SCALES.get(low(tokens, at))
    if scale is None or scale == 100:
        return None
    return Number(part.low * scale, part.low * scale, part.start, at + 1, scale=scale)


def _named_part(tokens: list[Token], at: int) -> Number | None:
    over = 1 if tokens[at].low in {"a", "one"} else ONES.get(tokens[at].low, 0)
    below = at + 1 + (low(tokens, at + 1) == "-")
    name = low(tokens, below)
    under = _FRACTIONS.get(name) or _FRACTIONS.get(name.removesuffix("s"))
    if not over or not under or over > under or (over > 1) != name.endswith("s"):
        return None
    if low(tokens, below + 1) not in _HALF_OF and not (over > 1 and name != "halves"):
        return None
    part = Number(over / under, over / under, at, below + 1, fraction=True)
    return _of_a_scale(tokens, part) or part


def _one_in(tokens: list[Token], found: Number) -> Number | None:
    """``one in five``, ``9 out of 10``: a share, where the second number is a round whole."""
    at = found.end
    hyphen = low(tokens, at) == "-" and low(tokens, at + 1) == "in" and low(tokens, at + 2) == "-"
    out = low(tokens, at) == "out" and low(tokens, at + 1) == "of"
    if low(tokens, at + hyphen) != "in" and not out:
        return None
    at += 1 + 2 * hyphen + out
    whole = _whole(tokens, at + (low(tokens, at) == "every"))
    if whole is None or not found.low < whole[0] <= 100_000:
        return None
    if not out and (whole[0] > 1000 or (found.low > 3 and whole[0] not in _ROUND)):
        return None  # "40 in 2015"
    share = found.low / whole[0]
    return Number(share, share, found.start, whole[1], fraction=True)


def _whole(tokens: list[Token], at: int) -> tuple[float, int] | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        value = value_of(tokens[at].text)
        return (value, at + 1) if value is not None else None
    return _sum(tokens, at, first=0) if tokens[at].low in ONES or tokens[at].low in TENS else None
