"""Rules for calendar dates: days, months, weekdays, quarters, seasons, years and decades."""

from __future__ import annotations

import re
from typing import Final

from onrecord.moments.calendar import safe_date
from onrecord.moments.expressions.amounts import number, ordinal
from onrecord.moments.expressions.found import Draft, Rule
from onrecord.moments.expressions.lexicon import (
    CLOCK,
    DAY_PART,
    DAY_PARTS,
    DEICTIC,
    DEICTICS,
    MONTH,
    MONTHS,
    ORDINAL,
    PART,
    PARTS,
    SHORT_WEEKDAY,
    TIMES,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR_WORDS,
    folded,
    words,
)

PART_OF: Final = rf"(?:(?:[Tt]he\s)?(?P<part>{PART})[\s-](?:of\s)?(?:[Tt]he\s)?)?"
CLOCK_BEFORE: Final = rf"(?:(?P<clock>{CLOCK}),?\s(?:on\s)?)?"
_DOW: Final = rf"(?:(?:(?:this|next|last)\s(?:coming\s|past\s)?)?(?P<dow>{SHORT_WEEKDAY}),?\s(?:[Tt]he\s)?)?"
_DAY: Final = rf"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?!\d|[.,:]\d)(?:st|nd|rd|th)?|{ORDINAL})"
_DAY2: Final = (
    rf"(?:\s?(?:-|–|to|and|or|through)\s?(?:{SHORT_WEEKDAY},?\s(?:the\s)?)?"
    r"(?P<day2>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:/])))?"
)
REL_YEAR: Final = r"(?P<rel>this|last|next|the\ssame)\syear\b"
YEAR_AFTER: Final = rf"(?:\s?,?\s?(?:of\s)?(?P<year>{YEAR}|{YEAR_WORDS})|,?\s(?:of\s)?{REL_YEAR})?"
_HOLIDAYS: Final = TIMES["holidays"]
HEADS: Final = {"this": "Y+0", "last": "Y-1", "next": "Y+1", "the same": "XXXX"}


def year_of(match: re.Match[str]) -> str:
    """What leads the value: the year, ``Y+1`` for "next year", ``XXXX`` where there is none."""
    if match["year"]:
        return spelled_year(match["year"])
    return HEADS[folded(match["rel"])] if match["rel"] else "XXXX"


def spelled_year(text: str) -> str:
    """A year in digits or words ("nineteen ninety-six") in four digits."""
    if text[:1].isdigit():
        return text[:4]
    first, _, rest = folded(text).partition(" ")
    century = {"nineteen": 1900, "eighteen": 1800, "two": 2000}[first]
    inside = number(rest.removeprefix("thousand").strip().removeprefix("and ").strip() or "zero")
    return f"{century + int(inside or 0):04d}"


def when_of(head: str) -> int | None:
    """The direction that a relative year carries."""
    return {"Y-1": -1, "Y+1": 1}.get(head)


def part_of(match: re.Match[str]) -> tuple[str, int | None]:
    """The part that is meant, as the notation's suffix, and the direction in "earlier" and "later"."""
    words_ = folded(match["part"] or "")
    part = PARTS.get(words_, "")
    if words_.startswith("earlier"):
        return "", -1
    if part == "LATER":
        return "", 1
    return (f"-{part}" if part else ""), None


# ── days ─────────────────────────────────────────────────────────────────────


def _iso(match: re.Match[str]) -> Draft | None:
    return _full(int(match["y"]), int(match["m"]), int(match["d"]), match["clock"] or "")


def _compact(match: re.Match[str]) -> Draft | None:
    digits = match[0]
    return _full(int(digits[:4]), int(digits[4:6]), int(digits[6:]), "")


def _numeric(match: re.Match[str]) -> Draft | None:
    """Day first where only that fits; both fitting and different, it names no certain day: only the year is kept."""
    first, second, year = int(match["a"]), int(match["b"]), _long_year(match["y"])
    american, european = safe_date(year, first, second), safe_date(year, second, first)
    if match["sep"] == ".":
        american = None
    if match["sep"] == "-" and len(match["y"]) == 2:
        return None  # a score, or part of a number
    if american and european and american != european:
        return Draft(value=f"{year:04d}", precision="year", approximate=True)
    day = american or european
    return _full(day.year, day.month, day.day, "") if day else None


def _long_year(digits: str) -> int:
    """Two digits as newspapers date themselves: 70 to 99 in the last century, the others in this one."""
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def _full(year: int, month: int, day: int, clock: str) -> Draft | None:
    if safe_date(year, month, day) is None:
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return Draft(value=f"{value}T{clock}", type="TIME", precision="hour") if clock else Draft(value=value)


def _run_together(match: re.Match[str]) -> Draft | None:
    """Day and year without the comma that stood between them: "Apr 232017"."""
    return _full(int(match["y"]), MONTHS[match["month"].lower().rstrip(".")], int(match["d"]), "")


def _day_of_month(match: re.Match[str]) -> Draft | None:
    month, head = MONTHS[match["month"].lower().rstrip(".")], year_of(match)
    days = [d for d in (ordinal_or_int(match["day"]), ordinal_or_int(match["day2"] or "")) if d]
    some_year = int(head) if head.isdigit() else 2000  # 29 February fits some year
    if not days or any(safe_date(some_year, month, d) is None for d in days):
        return None
    value = "/".join(f"{head}-{month:02d}-{d:02d}" for d in days)
    if match["clock"]:
        return Draft(value=f"{value}T{clock_value(match['clock'])}", type="TIME", precision="hour", when=when_of(head))
    return Draft(value=value, when=when_of(head))


def ordinal_or_int(text: str) -> int | None:
    """The number in 5, 5th or fifth."""
    if not text:
        return None
    return int(text) if text.isdigit() else ordinal(text)


def clock_value(text: str) -> str:
    """A time of day as TIMEX3 writes it: ``22:00``, ``10:12``."""
    plain = folded(text)
    if plain.startswith(("noon", "mid")):
        return "24:00" if plain.startswith("midnight") else "12:00"
    digits = re.findall(r"\d+", plain)
    if len(digits[0]) == 4:
        return f"{digits[0][:2]}:{digits[0][2:]}"
    hour, minute = int(digits[0]), digits[1] if len(digits) > 1 and len(digits[1]) == 2 else "00"
    if re.search(r"\d\s?p", plain) and hour < 12:
        hour += 12
    elif re.search(r"\d\s?a", plain) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"


def _holiday(match: re.Match[str]) -> Draft | None:
    head = year_of(match)
    name = " ".join(match["name"].split())
    if name.startswith("New Year") and name[-3:] not in {"Day", "Eve"} and match["year"]:
        return None  # New Year 2018 is a greeting as often as a day
    count = DEICTICS.get(folded(match["near"] or ""))
    if count == 0 and head == "XXXX":
        head = "Y+0"
    when = count if count is not None else when_of(head)
    return Draft(value=f"{head}-{_HOLIDAYS[name]}", when=when, holiday=True)


def _nth(match: re.Match[str]) -> Draft | None:
    day = ordinal(match["day"])
    head = {"next": "M+1", "last": "M-1"}.get(match["which"] or "", "M+0")
    return Draft(value=f"{head}-{day:02d}", when={"M+1": 1, "M-1": -1}.get(head)) if day and day <= 31 else None


def _nth_alone(match: re.Match[str]) -> Draft | None:
    """On the 12th; the 9th floor is none, nor is the 45th."""
    day = ordinal(match["day"])
    return Draft(value=f"XXXX-XX-{day:02d}") if day and day <= 31 else None


# ── weekdays ─────────────────────────────────────────────────────────────────


def _weekday(match: re.Match[str]) -> Draft | None:
    number_, near, week = WEEKDAYS[match["dow"].lower()], folded(match["near"] or ""), match["week"]
    value, when = f"XXXX-WXX-{number_}", None
    if week:
        value, when = (
            f"W{ {'last': '-1', 'this': '+0', 'next': '+1'}[week] }-{number_}",
            {"last": -1, "next": 1}.get(week),
        )
    elif near:
        count = DEICTICS.get(near, 0)
        when = count or None
        value = f"W{count:+d}-{number_}" if near in {"this", "next"} else value
    if folded(match["part"] or "") == "later":
        value, when = f"{value}-LATE", 1
    return _at_time(value, when, match)


def _at_time(value: str, when: int | None, match: re.Match[str]) -> Draft:
    if match["clock"]:
        return Draft(value=f"{value}T{clock_value(match['clock'])}", type="TIME", precision="hour", when=when)
    if match["time"]:
        return Draft(value=value + DAY_PARTS[match["time"]], type="TIME", when=when)
    return Draft(value=value, when=when)


def _weekend(match: re.Match[str]) -> Draft:
    near = folded(match["near"] or "the")
    count = DEICTICS.get(near, 0)
    value = "XXXX-WXX-WE" if near == "the" else f"W{count:+d}-WE"
    return Draft(value=value, precision="weekend", when=count or None)


RULES: Final = (
    Rule(
        "iso",
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?(?:\.\d{1,9})?"
        r"(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        _iso,
    ),
    Rule("run-together", rf"(?P<month>{MONTH})\s(?P<d>[0-3]\d)(?P<y>(?:19|20)\d\d)(?!\d)", _run_together),
    Rule("compact", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d.,%-])", _compact),
    Rule("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/-]|\.\d)", _numeric),
    Rule(
        "day-month",
        rf"{CLOCK_BEFORE}{_DOW}(?:[Tt]he\s)?{_DAY}{_DAY2}(?:\sof)?\s(?P<month>{MONTH}){YEAR_AFTER}",
        _day_of_month,
    ),
    Rule(
        "month-day", rf"{CLOCK_BEFORE}{_DOW}(?P<month>{MONTH})\s(?:[Tt]he\s)?{_DAY}{_DAY2}{YEAR_AFTER}", _day_of_month
    ),
    Rule(
        "weekday",
        rf"{CLOCK_BEFORE}{PART_OF}(?:(?:[Tt]he\s(?=previous\s))?(?P<near>{DEICTIC})\s)?(?P<dow>{WEEKDAY})(?:\s(?P<time>{DAY_PART}))?"
        r"(?:\s(?:of\s)?(?P<week>this|next|last)\sweek\b)?",
        _weekday,
    ),
    Rule("weekend", rf"(?P<near>{DEICTIC}|[Tt]he)\sweekend\b", _weekend),
    Rule("holiday", rf"(?:(?P<near>{DEICTIC})\s)?(?P<name>{words(_HOLIDAYS)})(?![a-zA-Z]){YEAR_AFTER}", _holiday),
    Rule(
        "nth-of-month",
        rf"[Tt]he\s(?P<day>{ORDINAL})\s(?:day\s)?of\s(?:(?P<which>this|next|last)|the)\smonth\b",
        _nth,
    ),
    Rule(
        "nth-alone",
        r"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bfrom\s))"
        r"the\s(?P<day>\d{1,2}(?:st|nd|rd|th))(?=[.,;!?”\"]|$|\s(?:and|when|but|or|at|to|until)\b)",
        _nth_alone,
    ),
)
