"""The words of time expressions as regular-expression fragments and look-up tables, from the language data.

Fragments hold no unbounded repeats of overlapping things, so that matching stays linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from onrecord.languages import table

TIMES: Final[Mapping[str, Any]] = table("en", "times")
NUMBERS: Final[Mapping[str, Any]] = table("en", "numbers")
_MONTH_DATA: Final[Mapping[str, Any]] = table("en", "months")


def words(choices: Iterable[str]) -> str:
    """Any of the choices, the longest first; a space in them is any short stretch of white space."""
    ordered = sorted(choices, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s{1,3}") for w in ordered) + ")"


def opening(choices: Iterable[str]) -> str:
    """Any of the choices, as they are or with a capital, as at the beginning of a sentence."""
    return words({form for word in choices for form in (word, word[:1].upper() + word[1:])})


def folded(phrase: str) -> str:
    """A matched phrase as the tables write it: lower case, single spaces."""
    return " ".join(phrase.lower().split())


def _cased(names: Iterable[str]) -> str:
    """Names as written with a capital or in capitals, never in lower case."""
    return words({form for name in names for form in (name, name.upper())})


def _by_word(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): key for key, group in groups.items() for word in group}


# ── months and weekdays ──────────────────────────────────────────────────────

MONTHS: Final = {word: int(key) for word, key in _by_word(_MONTH_DATA["names"]).items()}
DOUBTFUL_MONTHS: Final = frozenset(_MONTH_DATA["doubtful"]["words"])
GIVEN_NAMES: Final = frozenset(_MONTH_DATA["doubtful"]["given_names"])
_MONTH_NAMES: Final = tuple(name for names in _MONTH_DATA["names"].values() for name in names)
_SHORT_MONTH: Final = _cased(n for n in _MONTH_NAMES if len(n) <= 4 and n not in {"May", "June", "July"})
_LONG_MONTH: Final = _cased(n for n in _MONTH_NAMES if len(n) > 4 or n in {"May", "June", "July"})
MONTH: Final = rf"(?:{_LONG_MONTH}|{_SHORT_MONTH}\.?)(?![a-zA-Z])"

WEEKDAYS: Final = {word: int(key) for word, key in _by_word(TIMES["weekdays"]).items()}
WEEKDAY: Final = rf"{_cased(names[0] for names in TIMES['weekdays'].values())}(?![a-zA-Z])"
SHORT_WEEKDAY: Final = rf"{_cased(n for names in TIMES['weekdays'].values() for n in names)}(?![a-zA-Z])\.?"

# ── units ────────────────────────────────────────────────────────────────────

_PLURALS: Final = {key: TIMES["plurals"].get(key, key + "s") for group in TIMES["units"].values() for key in group}
UNITS: Final = {
    w: key for key, group in TIMES["units"].items() for name in group for w in (name, _PLURALS[name]) if w != "second"
}
"""Every form of every unit; "a second" is nearly always the next in a row, so only the plural counts."""
UNIT: Final = rf"{words(UNITS)}(?![a-zA-Z])"
PLURAL_UNIT: Final = rf"{words(p for n, p in _PLURALS.items() if n != 'second')}(?![a-zA-Z])"
WHOLE_UNIT: Final = rf"{words(n for n in _PLURALS if n != 'second' and UNITS[n] in 'WMQYEC')}(?![a-zA-Z-])"

SEASONS: Final = _by_word(TIMES["seasons"])
SEASON: Final = rf"{opening(SEASONS)}(?![a-zA-Z])"
DOUBTFUL_SEASONS: Final = frozenset(TIMES["doubtful"]["seasons"])
DAY_PARTS: Final = _by_word(TIMES["day_parts"])
DAY_PART: Final = rf"{words(DAY_PARTS)}(?![a-zA-Z])"

# ── numbers ──────────────────────────────────────────────────────────────────

ORDINALS: Final[Mapping[str, int]] = NUMBERS["ordinals"]
ORDINAL: Final = rf"(?:{words(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))(?![a-zA-Z])"
_SMALL: Final = opening([*NUMBERS["ones"], *NUMBERS["tens"]])
_WORD: Final = opening([*NUMBERS["ones"], *NUMBERS["tens"], *NUMBERS["scales"], *NUMBERS["collectives"]])
NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,6}}(?:\.\d{{1,2}})?(?:\s1/2)?|{_WORD}(?:[\s-](?:and\s)?{_WORD}){{0,4}})"
)
_ONE: Final = r"(?:[Hh]alf\s(?:a|an)|[Aa]\s(?:half|dozen|hundred|single)|[Aa]n?|[Oo]ne)"
VAGUE: Final = rf"(?:{opening(NUMBERS['vague'])}(?:\sof)?|a\sgood\s(?:few|many)|many|a\snumber\sof)"
AMOUNT: Final = rf"(?:{NUMBER}(?:\s?(?:-|–|to|or|and)\s?{NUMBER})?|{VAGUE}|{_ONE}(?:\s(?:or|to)\s{_SMALL})?)"

# ── modifiers ────────────────────────────────────────────────────────────────

PARTS: Final = _by_word(TIMES["parts"])
PART: Final = rf"(?:{opening(PARTS)}(?![a-zA-Z]))"
DEICTICS: Final[Mapping[str, int]] = TIMES["deictics"]
DEICTIC: Final = rf"(?:{opening(DEICTICS)}(?![a-zA-Z]))"
_MODIFIERS: Final = TIMES["modifiers"]
AT_LEAST: Final = opening(_MODIFIERS["at_least"])
AT_MOST: Final = opening(_MODIFIERS["at_most"])
ABOUT: Final = opening(_MODIFIERS["approximate"])
YEAR: Final = r"(?:1[5-9]|20|21)\d\d(?![\d%]|[,.]\d)"
_TENS_AND_ONES: Final = rf"{words(NUMBERS['tens'])}(?:[\s-]{words(NUMBERS['ones'])})?"
YEAR_WORDS: Final = rf"(?:nineteen|eighteen)\s{_TENS_AND_ONES}|two\sthousand(?:\s(?:and\s)?{_SMALL})?"
CLOCK: Final = (
    r"(?:(?:[01]?\d|2[0-3]|24(?=:00)):[0-5]\d(?::[0-5]\d)?(?:\s?[aApP]\.?[mM]\b\.?)?"
    r"|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?\s?[aApP]\.?[mM]\b\.?"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC)\b)"
    r"|noon|midday|midnight|(?:1[0-2]|[1-9])\so['’]clock)(?:,?\s(?:(?:GMT|UTC|BST|CES?T|MSK|IST|JST|[ECMP][DS]?T)\b|local\stime\b))?"
)
