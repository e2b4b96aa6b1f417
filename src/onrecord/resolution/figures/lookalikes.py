"""Numbers that count nothing: years, times, names, labels, ages, scores, versions, phone numbers, ordinals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onrecord.resolution.figures.digits import value_of
from onrecord.resolution.figures.lexicon import NUMBERS, words
from onrecord.resolution.figures.quantities import Quantity
from onrecord.resolution.figures.tokens import Token, low, touching
from onrecord.resolution.figures.units import is_duration

_LABELS: Final = words("lookalikes", "labels")
_CAPITAL_LABELS: Final = words("lookalikes", "capital_labels")
_BEFORE_YEARS: Final = words("lookalikes", "before_years")
_AGES: Final = words("lookalikes", "ages")
_CLOCK: Final = words("lookalikes", "clock")
_MONTHS: Final = words("months", "words")
_ONE_BEFORE: Final = words("lookalikes", "one_before")
_ONE_AFTER: Final = words("lookalikes", "one_after")
_STOPS: Final = words("nouns", "stops")
_YEAR_PREPOSITIONS: Final = words("lookalikes", "year_prepositions")
_PHONES: Final = words("lookalikes", "phones")
_NOT_YEARS: Final = words("lookalikes", "not_years")
_STREETS: Final = words("lookalikes", "streets")
_MODELS: Final = words("lookalikes", "models")
_PLANES: Final = words("lookalikes", "planes")
_PEOPLE: Final = words("lookalikes", "people")
_COUNTS: Final = words("tolls", "counts")
_YOUNGEST: Final = 10
_OLDEST: Final = 110
_ERAS: Final = frozenset({"bc", "ad", "bce", "ce"})
_SCORES: Final = words("lookalikes", "scores")
_QUAKES: Final = words("lookalikes", "quakes")
_DIED: Final = frozenset({"died", "dies", "dead"})
_LISTED: Final = 20
"""How many tokens a list of labelled numbers may be long."""
_CLOSERS: Final = frozenset({"", ".", ",", ";", ":", ")", '"'})
_FATES: Final = words("nouns", "fates")
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "s", "'s"})


def is_lookalike(tokens: list[Token], found: Quantity, *, wide: bool = False) -> bool:
    """Whether the quantity only looks like one; ``wide``: ages are quantities, and so is a "one" with its noun."""
    return any(check(tokens, found) for check in _CHECKS) or (
        not wide and (_age(tokens, found) or _one(tokens, found) or _shape(tokens, found))
    )


def _in_a_name(tokens: list[Token], found: Quantity) -> bool:
    """``G7``, ``COVID-19``, ``MH17``, ``F-16``, ``high-five``."""
    at = found.first
    if not touching(tokens, at) or (found.start < at and tokens[at - 1].low not in {"-", "."}):
        return False
    hyphen = low(tokens, at - 1) == "-" and touching(tokens, at - 1) and at > 1
    if tokens[at].kind == "word":
        return hyphen and tokens[at - 2].kind == "word"
    before = tokens[at - 2] if hyphen else tokens[at - 1]
    return found.digits and before.kind == "word" and before.low != "minus"


def _marked(tokens: list[Token], found: Quantity) -> bool:
    """``10^400``, ``#3``, ``§ 5``, ``[3]``, ``1.9×10``, ``5G``."""
    at, before, after = found.first, low(tokens, found.first - 1), low(tokens, found.last)
    if not found.digits or (found.start < at and before not in {"-", "."}):
        return False
    if before == '"' and low(tokens, found.first - 2) == "=":
        return True  # an attribute of a pasted tag
    if before == "+" and touching(tokens, at - 1) and tokens[at - 2].kind == "word":
        return True  # UTC+3
    if before in {"#", "№", "§", "×"} or (before in {"^", "_", "/", "@", ":"} and touching(tokens, at)):
        return True
    return after in {"^", "_", "@", "×"} or (before == "[" and after == "]") or _runs_on(tokens, found)


def _runs_on(tokens: list[Token], found: Quantity) -> bool:
    """``5G``, ``9AB8``, ``3D``: letters that are no unit right after the digits."""
    at = found.last
    letters = at < len(tokens) and tokens[at].kind == "word" and touching(tokens, at)
    return letters and found.end == at and not is_duration(low(tokens, at))


def _ordinal(tokens: list[Token], found: Quantity) -> bool:
    """``21st``, ``1990s``, ``4x4``."""
    after = low(tokens, found.last)
    if (
        found.digits
        and touching(tokens, found.last)
        and (after in _SUFFIXES or (after == "'" and low(tokens, found.last + 1) == "s"))
    ):
        return True
    return after == "-" and low(tokens, found.last + 1) in NUMBERS["ordinals"]


def _labelled(tokens: list[Token], found: Quantity) -> bool:
    """``Article 5``, ``Boeing 737``, ``No. 10``."""
    at = found.first
    if found.start < at and low(tokens, found.start) not in {"-"}:
        return False
    before = at - 1
    if low(tokens, before) == ".":
        before -= 1
    if found.digits and low(tokens, found.last) in _STOPS | _CLOSERS:
        before = _listed_from(tokens, before)
    word = low(tokens, before)
    if word == "of" and low(tokens, before - 1) in {"group", "gang"}:
        return tokens[at].text[:1].isupper() or found.digits
    if word not in _LABELS or before < 0:
        return False
    return word not in _CAPITAL_LABELS or (
        (tokens[before].text[0].isupper() and before > 0 and tokens[at].text[0].isupper())
        or (found.digits and tokens[before].text[0].isupper())
    )


def _listed_from(tokens: list[Token], at: int) -> int:
    """Back over the list that a number ends: to "Articles" in "Articles 5, 6 and 7"."""
    least = at - _LISTED
    while at > least and low(tokens, at) in {",", "and", "or"} and _is_number(tokens, at - 1):
        at -= 2
    return at


def _year(tokens: list[Token], found: Quantity) -> bool:
    written = tokens[found.first].text
    if not found.digits or len(written) != 4 or not written.isdigit() or found.unit or found.last - found.first > 3:
        return False
    if not 1000 <= int(written) <= 2199 or (found.start < found.first and tokens[found.start].kind != "word"):
        return False
    before, after = low(tokens, found.first - 1), low(tokens, found.last)
    if before in _MONTHS or before in _YEAR_PREPOSITIONS or after in _ERAS:
        return True
    if _counts_on(tokens, found):
        return False
    return before in _BEFORE_YEARS or found.ranged == "-" or 1900 <= int(written) <= 2100 or after in _STOPS


def _counts_on(tokens: list[Token], found: Quantity) -> bool:
    return low(tokens, found.last) in _NOT_YEARS


def _address(tokens: list[Token], found: Quantity) -> bool:
    """``619 Waddell Avenue``: a number, names, and a word for a street."""
    if not found.digits or found.start < found.first or found.unit:
        return False
    for at in range(found.last, min(found.last + 4, len(tokens))):
        if not tokens[at].text[:1].isupper():
            return False
        if tokens[at].low in _STREETS:
            return True
    return False


def _phone(tokens: list[Token], found: Quantity) -> bool:
    """``+1 555 123 4567``: groups of digits after a plus sign or "phone"."""
    at = found.first - 1
    goes_on = found.last < len(tokens) and (
        tokens[found.last].kind == "number" or low(tokens, found.last) in {"-", "("}
    )
    for _ in range(8):
        if low(tokens, at) in _PHONES or (low(tokens, at) == "+" and touching(tokens, at + 1)):
            return found.digits and (goes_on or at < found.first - 1)
        if low(tokens, at) not in {"-", "(", ")", ".", ":"} and (at < 0 or tokens[at].kind != "number"):
            return False
        at -= 1
    return False


def _model(tokens: list[Token], found: Quantity) -> bool:
    """``737 Max``, ``the 707``: Boeing's numbers stand without the name, too."""
    if tokens[found.first].text not in _MODELS:
        return False
    return low(tokens, found.last) in _PLANES or low(tokens, found.start - 1) == "the"


def _shape(tokens: list[Token], found: Quantity) -> bool:
    """``a 28-nation bloc``, ``four-point plan``: adjectives that count nothing there is."""
    at = found.last
    hyphen = (
        low(tokens, at) == "-" and touching(tokens, at) and touching(tokens, at + 1) and tokens[at + 1].kind == "word"
    )
    return hyphen and found.end == at and not found.fraction


def _date(tokens: list[Token], found: Quantity) -> bool:
    """``16 July``, ``March 3``, ``Oct. 31``, ``11/09/2001``, ``2019-03-04``."""
    before = found.first - 1
    if low(tokens, before) == ".":
        before -= 1
    after = found.last + (low(tokens, found.last) == "of")
    if (low(tokens, before) in _MONTHS and tokens[before].text[0].isupper()) or (
        low(tokens, after) in _MONTHS and tokens[after].text[0].isupper()
    ):
        return True
    return found.digits and low(tokens, found.last) == "/" and touching(tokens, found.last) and not found.fraction


def _clock(tokens: list[Token], found: Quantity) -> bool:
    """``10:12``, ``5 p.m.``, ``1700 GMT``."""
    for at in (found.first, found.last):
        if low(tokens, at - 1) == ":" and touching(tokens, at) and at > 1 and tokens[at - 2].kind == "number":
            return True
    after = found.last
    if (
        low(tokens, after) == ":"
        and touching(tokens, after)
        and touching(tokens, after + 1)
        and tokens[after + 1].kind == "number"
    ):
        return True
    return low(tokens, after) in _CLOCK or (
        low(tokens, after) in {"a", "p"} and low(tokens, after + 1) == "." and low(tokens, after + 2) == "m"
    )


def _age(tokens: list[Token], found: Quantity) -> bool:
    """``aged 34``, ``34-year-old``, ``, 34,``."""
    if low(tokens, found.start - 1) in _AGES or low(tokens, found.first - 1) in _AGES:
        return True
    if low(tokens, found.first - 1) == "at" and low(tokens, found.first - 2) in _DIED:
        return found.end == found.last and low(tokens, found.end) in _STOPS | _CLOSERS
    after = found.last + (low(tokens, found.last) == "-")
    if low(tokens, after) in {"year", "years", "yr", "month", "months"}:
        later = after + 1 + (low(tokens, after + 1) == "-")
        return low(tokens, later) in {"old", "olds"} or low(tokens, later + 1) == "age"
    if low(tokens, after) == "and" and _is_number(tokens, after + 1) and low(tokens, after + 3) == "old":
        return True  # "27 and 29 years old"
    return _age_of_ages(tokens, found)


def _age_of_ages(tokens: list[Token], found: Quantity) -> bool:
    """``the ages of 14 and 18``."""
    return low(tokens, found.first - 1) == "of" and low(tokens, found.first - 2) in _AGES


def _named_age(tokens: list[Token], found: Quantity) -> bool:
    """``Anna Brel, 34, said``; ``He was 86.``."""
    after = low(tokens, found.last)
    if low(tokens, found.first - 1) in {"was", "is"} and _may_age(tokens, found) and not found.unit:
        return after in {".", ",", ";", "", '"', "when", "at", "and"}
    listed = _is_number(tokens, found.first - 2) or _is_number(tokens, found.last + 1)
    if _pair_of_ages(tokens, found):
        return True
    commas = low(tokens, found.first - 1) == "," and after in {",", "."}
    return commas and not listed and found.digits and found.high is not None and 1 <= found.high <= _OLDEST


def _pair_of_ages(tokens: list[Token], found: Quantity) -> bool:
    """``Tomas Brel and Anna Venn, 40 and 49,``."""
    first = found.first - 2 * (low(tokens, found.first - 1) == "and")
    signs = low(tokens, first - 1), low(tokens, first + 1), low(tokens, first + 3)
    if signs not in {(",", "and", ","), (",", "and", ".")} or not (
        _is_number(tokens, first) and _is_number(tokens, first + 2)
    ):
        return False
    return not _is_number(tokens, first - 2) and 1 <= (found.high or 0) <= _OLDEST


def _may_age(tokens: list[Token], found: Quantity) -> bool:
    """``He was 86``, ``Tomas Brel was 86``, ``Brel, the miller, was 86``: not "the number hurt in Ostrel was 86"."""
    at = found.first - 2
    if low(tokens, at) in _PEOPLE:
        return True
    named = low(tokens, at) == "," or (at > 0 and tokens[at].text[:1].isupper() and tokens[at].kind == "word")
    counts = any(low(tokens, back) in _COUNTS for back in range(at, max(-1, at - 12), -1))
    return named and not counts and found.low == found.high and _YOUNGEST <= (found.low or 0) <= _OLDEST


def _is_number(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "number"


def _marker(tokens: list[Token], found: Quantity) -> bool:
    """The number of a point in a list: "1. Full …", "(2)", "3- Full …"."""
    at, after = found.first, low(tokens, found.end)
    if not found.digits or found.unit or found.high is None or found.high > 99 or found.start < at:
        return False
    before = tokens[at - 1] if at else None
    if after == ")":
        return before is None or before.low == "(" or before.kind == "sign"
    governed = before is not None and before.text.islower() and before.kind == "word"
    opens = found.end + 1 < len(tokens) and tokens[found.end + 1].text[:1].isupper()
    return after in {".", "-"} and opens and not governed and touching(tokens, found.end)


def _magnitude(tokens: list[Token], found: Quantity) -> bool:
    """``7.3 on the Richter scale``, ``the 5.0 earthquake``."""
    if low(tokens, found.last) in _QUAKES and "." in tokens[found.first].text:
        return True
    return low(tokens, found.last) == "on" and "richter" in {low(tokens, found.last + 1), low(tokens, found.last + 2)}


def _row(tokens: list[Token], found: Quantity) -> bool:
    """``Ostrel,12,300``, ``1,2,3,4 and 5``: cells of a table and rows of numbers, where a comma may part or group."""
    at = found.first
    if found.digits and low(tokens, at - 1) == "," and touching(tokens, at) and touching(tokens, at - 1):
        return not tokens[at].text.isdigit()
    return low(tokens, at - 1) in {"and", "or"} and _is_number(tokens, at - 2) and value_of(tokens[at - 2].text) is None


def _or_two(tokens: list[Token], found: Quantity) -> bool:
    """``a stumble or two``."""
    nothing = low(tokens, found.end) in _STOPS | _CLOSERS
    return (
        low(tokens, found.first) == "two"
        and low(tokens, found.start - 1) == "or"
        and found.last == found.end
        and nothing
    )


def _score(tokens: list[Token], found: Quantity) -> bool:
    """``3-1``, ``5-10-15``, ``1.2.3``, ``1..5``: dashes chain numbers that are no range."""
    if not found.digits:
        return False
    if _vote(tokens, found):
        return True
    if _doubled(tokens, found.last) or _doubled(tokens, found.first - 2):
        return True
    chained = _dash(tokens, found.last) and found.last + 1 < len(tokens) and tokens[found.last + 1].kind == "number"
    behind = _dash(tokens, found.first - 1) and found.first > 1 and tokens[found.first - 2].kind == "number"
    return (chained and found.unit != "percent") or (behind and found.start == found.first)


def _vote(tokens: list[Token], found: Quantity) -> bool:
    """``passed 344 to 81``: a score with a word between, kept as a score."""
    for first in (found.first, found.first - 2):
        both = _is_number(tokens, first) and low(tokens, first + 1) == "to" and _is_number(tokens, first + 2)
        if both and low(tokens, first - 1) in _SCORES:
            return True
    return False


def _doubled(tokens: list[Token], at: int) -> bool:
    """``1..5``, ``5--10``: two signs of one kind between numbers."""
    sign = low(tokens, at)
    if sign not in {".", "-"} or low(tokens, at + 1) != sign or not _is_number(tokens, at + 2):
        return False
    return _is_number(tokens, at - 1) and all(touching(tokens, place) for place in range(at, at + 3))


def _dash(tokens: list[Token], at: int) -> bool:
    return low(tokens, at) == "-" and (touching(tokens, at) or touching(tokens, at + 1))


def _one(tokens: list[Token], found: Quantity) -> bool:
    """``one`` that counts nothing: a pronoun, or a way of speaking."""
    if (
        tokens[found.first].low != "one"
        or found.last != found.first + 1
        or found.fraction
        or found.ranged
        or found.unit
        or found.high is None
    ):
        return False
    after = found.end
    if low(tokens, after) in _FATES:
        return low(tokens, found.start - 1) in _ONE_BEFORE
    if low(tokens, found.start - 1) in _ONE_BEFORE or low(tokens, after) in _ONE_AFTER or low(tokens, after) in _STOPS:
        return True
    return after >= len(tokens) or tokens[after].kind != "word" or tokens[after].text[0].isupper()


_CHECKS: Final[tuple[Callable[[list[Token], Quantity], bool], ...]] = (
    _in_a_name,
    _marked,
    _ordinal,
    _labelled,
    _year,
    _address,
    _phone,
    _model,
    _date,
    _clock,
    _score,
    _named_age,
    _marker,
    _magnitude,
    _row,
    _or_two,
)
