"""Dates as pages write them: in tags, addresses and date lines, in any of the languages that months are known in.

Not for running text: what a sentence means by its times is for ``moments``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.languages import table

EARLIEST_YEAR, LATEST_YEAR = 1600, 2199
_WEEKDAY_REACH = 14
LONGEST = 20_000  # characters that are looked at


@dataclass(frozen=True, slots=True)
class Written:
    """A date where it is written: TIMEX3 ``value``, its day (None: partial), its words with the clock beside them.

    ``readings`` are both of an ambiguous one (03/04/2017); unless something tells which, ``day`` is None then.
    ``told`` says what told which.
    """

    value: str
    day: date | None
    start: int
    end: int
    words: str
    readings: tuple[date, date] | None = None
    told: str = ""


_MONTHS = {name: int(number) for number, names in table("any", "months").items() for name in names}
_MONTH = r"(?P<month>" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + r")"
_LETTERS = re.compile(r"(?<=\d)(?:st|nd|rd|th|er)|[^\W\d_]+")  # "3rdMay" is an ordinal and a month
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?!\d)"
_CLOCK = r"""(?:(?:[01]?\d|2[0-4])(?:[:h][0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:\s?(?:[ap]\.?m\b\.?|Uhr\b|hrs\b|h\b))?
    |[.h]?[0-5]?\d?\s?(?:[ap]\.?m\b\.?|Uhr\b|hrs\b)))""".replace("\n    ", "")
_ISO = re.compile(
    r"(?<![\d.])(?P<year>(?:1[6-9]|20|21)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_EAST_ASIAN = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?<!\d:)(?P<first>\d{1,2})(?P<mark>\s?[./-]\s?)(?P<second>\d{1,2})(?P=mark)(?P<year>(?:1[6-9]|20|21)\d\d|\d\d)(?![\d])"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w./-])(?<!\d:){_DAY}[ \u00a0-]?\s?(?:de |of )?{_MONTH}\b\.?(?:\s?,?\s?(?:de |del )?-?{_YEAR})?", re.I
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_MONTH}\b\.?[ \u00a0-]{{1,2}}{_DAY}(?![\w:/-])(?:\s?,\s?|\s)?"
    rf"(?:(?P<clock>{_CLOCK})\s(?:[A-Z]{{3,4}}\s)?)?(?:{_YEAR})?",
    re.I,
)
_RUN_TOGETHER = re.compile(rf"(?<!\w){_MONTH}\.?[ \u00a0]?(?P<day>[0-3]\d){_YEAR}", re.I)  # "Apr 092017"
_WEEKDAYS = {name.lower(): int(number) for number, names in table("en", "times")["weekdays"].items() for name in names}
_WEEKDAY_BEFORE = re.compile(
    r"\b(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s?$", re.I
)
_CLOCK_BEFORE = re.compile(rf"(?<![\d.:]){_CLOCK}(?:\s?[A-Z]{{2,4}})?\s{{0,2}}[,|–/-]?\s{{0,2}}$", re.I)
_CLOCK_AFTER = re.compile(rf"\s{{0,2}}(?:[,|–-]|at|um|à)?\s{{0,2}}{_CLOCK}(?![\d:])", re.I)


def written_dates(text: str, *, day_first: bool | None = None) -> tuple[Written, ...]:
    """The dates in a short text, in order, overlapping ones left out.

    ``day_first`` tells how 03/04/2017 is read: True 3 April, False March 4, None: not known, so partial.
    """
    text = text[:LONGEST]
    found: list[Written] = []
    taken: list[tuple[int, int]] = []
    for made in _all(text, day_first):
        if not any(made.start < end and start < made.end for start, end in taken):
            found.append(made)
            taken.append((made.start, made.end))
        if len(found) > 200:
            break
    return tuple(sorted(found, key=lambda w: w.start))


def _all(text: str, day_first: bool | None) -> Iterator[Written]:
    for match in _ISO.finditer(text):
        if day := _date(match["year"], match["month"], match["day"]):
            yield _made(text, match, day)
    for match in _EAST_ASIAN.finditer(text):
        if day := _date(match["year"], match["month"], match["day"]):
            yield _made(text, match, day)
    months = _MONTHS.keys() & _LETTERS.findall(text.lower())  # the patterns are slow, and few lines name a month
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _RUN_TOGETHER) if months else ():
        for match in pattern.finditer(text):
            yield from _named(text, match)
    for match in _NUMERIC.finditer(text):
        yield from _numeric(text, match, day_first)


def _named(text: str, match: re.Match[str]) -> Iterator[Written]:
    month = str(_MONTHS[match["month"].lower()])
    if match["year"]:
        if day := _date(match["year"], month, match["day"]):
            yield _made(text, match, day)
    elif _date("2000", month, match["day"]):  # a leap year: 29 February exists in some year
        yield _made(text, match, None, value=f"XXXX-{int(month):02}-{int(match['day']):02}")


def _numeric(text: str, match: re.Match[str], day_first: bool | None) -> Iterator[Written]:
    year = match["year"] if len(match["year"]) == 4 else _century(match["year"])
    as_day_first = _date(year, match["second"], match["first"])
    as_month_first = _date(year, match["first"], match["second"])
    if "." in match["mark"]:  # with full stops the day always comes first
        as_month_first = None
    both = tuple(dict.fromkeys(day for day in (as_day_first, as_month_first) if day))
    if len(both) == 1:
        yield _made(text, match, both[0])
    elif as_day_first and as_month_first:
        sure, told = _which(text, match, (as_day_first, as_month_first), day_first)
        made = _made(text, match, sure, value=str(sure or year), readings=(as_day_first, as_month_first))
        yield replace(made, told=told)


def _which(
    text: str, match: re.Match[str], readings: tuple[date, date], day_first: bool | None
) -> tuple[date | None, str]:
    """Which of two readings is meant, day first or month first, and what tells so; None: nothing does.

    With hyphens and the year last, each locale of the Unicode CLDR that writes so puts the day first; slashes differ.
    """
    named = _WEEKDAY_BEFORE.search(text[max(0, match.start() - _WEEKDAY_REACH) : match.start()])
    fitting = [day for day in readings if named and day.isoweekday() == _WEEKDAYS[named["weekday"].lower()]]
    if len(fitting) == 1 and named:
        return fitting[0], f"It is read as {fitting[0]}, which was a {fitting[0]:%A}, as is written beside it."
    if day_first is not None:
        return readings[0 if day_first else 1], ""
    if match["mark"] == "-" and len(match["year"]) == 4:
        return readings[0], f"It is read with the day first, as dates with hyphens are; else it would be {readings[1]}."
    return None, ""


def _century(year: str) -> str:
    return ("20" if int(year) < 70 else "19") + year


def _made(
    text: str,
    match: re.Match[str],
    day: date | None,
    *,
    value: str = "",
    readings: tuple[date, date] | None = None,
) -> Written:
    start, end = match.span()
    before, after = _CLOCK_BEFORE.search(text[max(0, start - 24) : start]), _CLOCK_AFTER.match(text, end)
    start = start - len(before.group()) if before else start
    end = after.end() if after else end
    words = " ".join(text[start:end].split()).rstrip(",. ")
    return Written(value or str(day), day, start, end, words, readings)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if EARLIEST_YEAR <= made.year <= LATEST_YEAR else None


def neighbours(one: date, other: date) -> bool:
    """Whether the same hour can fall on both days, somewhere on earth."""
    return abs(one - other) <= timedelta(days=1)
