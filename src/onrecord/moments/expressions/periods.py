"""Rules for calendar periods: months, quarters, halves, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from typing import Final

from onrecord.moments.expressions.amounts import ordinal
from onrecord.moments.expressions.dates import HEADS, PART_OF, YEAR_AFTER, part_of, spelled_year, when_of, year_of
from onrecord.moments.expressions.found import Draft, Rule
from onrecord.moments.expressions.lexicon import (
    DEICTIC,
    DEICTICS,
    DOUBTFUL_SEASONS,
    MONTH,
    MONTHS,
    ORDINAL,
    SEASON,
    SEASONS,
    TIMES,
    YEAR,
    YEAR_WORDS,
    folded,
    words,
)

_IN_SEASON: Final = re.compile(rf"\b{words(TIMES['small_words']['in_season'])}\s$")
_DECADES: Final = TIMES["decades"]

# ── months, quarters, seasons, years ─────────────────────────────────────────


def _month(match: re.Match[str]) -> Draft | None:
    month, head = MONTHS[match["month"].lower().rstrip(".")], year_of(match)
    part, when = part_of(match)
    count = DEICTICS.get(folded(match["near"] or ""))
    if count == 0 and head == "XXXX":
        head = "Y+0"
    toward = when_of(head) if when is None else when
    return Draft(value=f"{head}-{month:02d}{part}", precision="month", when=toward if count is None else count)


_PLACES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4,
                  "last": 4}  # fmt: skip


def _quarter(match: re.Match[str]) -> Draft | None:
    head, (part, when) = _owner(match), part_of(match)
    value = f"{head}-Q{_PLACES[folded(match['place'])]}{part}"
    return Draft(value=value, precision="quarter", when=when_of(head) if when is None else when)


def _short_quarter(match: re.Match[str]) -> Draft:
    return Draft(value=f"{match['year'] or 'XXXX'}-{match['place'].upper()}", precision="quarter")


def _half(match: re.Match[str]) -> Draft | None:
    place = 1 if folded(match["place"]) in {"first", "1st"} else 2
    head = _owner(match)
    if head == "XXXX" and not match["of"]:
        return None
    return Draft(value=f"{head}-H{place}", precision="half", when=when_of(head))


def _owner(match: re.Match[str]) -> str:
    """The year that a quarter or half belongs to, said before it or after it."""
    before = folded(match["owner"] or "").removesuffix("'s").removesuffix("’s")
    if before[:4].isdigit():
        return before[:4]
    return HEADS[before.split()[0]] if before else year_of(match)


def _season(match: re.Match[str]) -> Draft | None:
    head, (part, when), near = year_of(match), part_of(match), folded(match["near"] or "")
    word = match["season"].lower()
    if (
        word in DOUBTFUL_SEASONS
        and match["rel"]
        and not (match["near"] or _IN_SEASON.search(match.string, 0, match.start()))
    ):
        return None
    count = DEICTICS.get(near) if near != "the" else None
    if count == 0 and head == "XXXX":
        head = "Y+0"
    toward = when_of(head) if when is None else when
    return Draft(value=f"{head}-{SEASONS[word]}{part}", precision="season", when=toward if count is None else count)


def _week_of_month(match: re.Match[str]) -> Draft:
    """Its first week is days 1-7 and so on; its last one the last seven days of the shortest such month."""
    month, head, place = MONTHS[match["month"].lower().rstrip(".")], year_of(match), folded(match["place"])
    last = {2: 28}.get(month, 30 if month in {4, 6, 9, 11} else 31)
    end = last if place in {"last", "final"} else 7 * _PLACES[place]
    value = f"{head}-{month:02d}-{end - 6:02d}/{head}-{month:02d}-{end:02d}"
    return Draft(value=value, precision="week", when=when_of(head))


def _years(match: re.Match[str]) -> Draft | None:
    first, last = match["year"], match["year2"]
    if "/" in match[0]:  # 2018/19 is one season; 2017/05 may be a month
        following = str(int(first) + 1)
        return Draft(value=f"{first}/{following}", precision="year") if following.endswith(last) else None
    last = last if len(last) == 4 else first[:2] + last
    return Draft(value=f"{first}/{last}", precision="year") if first < last else None


def _year(match: re.Match[str]) -> Draft:
    part, when = part_of(match)
    return Draft(value=spelled_year(match["year"]) + part, precision="year", when=when)


def _decade(match: re.Match[str]) -> Draft:
    part, _ = part_of(match)
    digits = re.findall(r"\d+", match["decade"])
    value = str(_DECADES[match["decade"].lower()]) if not digits else _decade_value(digits[0])
    return Draft(value=value + part, precision="decade")


def _decade_value(digits: str) -> str:
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}"


def _century(match: re.Match[str]) -> Draft | None:
    place, (part, _) = ordinal(match["place"]), part_of(match)
    return Draft(value=f"{place - 1:02d}{part}", precision="century") if place else None


_YEAR4: Final = r"(?:1[5-9]|20|21)\d\d"
_NEAR_SEASON: Final = rf"(?:(?P<near>{DEICTIC}|[Tt]he)\s)?"
_OWNER: Final = rf"(?:(?P<owner>(?:this|last|next)\syear['’]s|{YEAR}['’]s|{YEAR})\s)?"
_OF: Final = (
    rf"(?P<of>,?\s(?:(?:of|in)\s)?(?:[Tt]he\s)?(?:fiscal\s)?"
    rf"(?:(?P<year>{YEAR})|(?P<rel>this|last|next)\syear\b|year\b))?"
)
_LAST_OF: Final = rf"last(?=[\s-]quarter\s(?:of|in)\s(?:(?:[Tt]he\s|this\s|next\s)(?:\w{{3,8}}\s){{0,2}}year|{YEAR}))"
"""The last quarter of a year is its fourth; the last quarter is the one before this."""
_QUARTER_PLACE: Final = (
    rf"(?P<place>first|second|third|fourth|final|1st|2nd|3rd|4th|First|Second|Third|Fourth|{_LAST_OF})"
)

RULES: Final = (
    Rule("month", rf"{PART_OF}(?:(?P<near>{DEICTIC})\s)?(?P<month>{MONTH}){YEAR_AFTER}", _month),
    Rule(
        "quarter",
        rf"{PART_OF}(?:[Tt]he\s(?!(?:fiscal\s)?\w{{5,6}}-q))?{_OWNER}(?:fiscal[\s-])?{_QUARTER_PLACE}(?:\sfiscal)?[\s-]quarters?\b{_OF}",
        _quarter,
    ),
    Rule("short-quarter", rf"(?P<place>[QH][1-4])(?:\s(?:of\s)?(?P<year>{YEAR}))?\b", _short_quarter),
    Rule("half", rf"(?:[Tt]he\s)?{_OWNER}(?P<place>first|second|last|latter|1st|2nd)[\s-]half\b{_OF}", _half),
    Rule("season", rf"{PART_OF}{_NEAR_SEASON}(?P<season>{SEASON})(?:\sof)?{YEAR_AFTER}", _season),
    Rule(
        "decade",
        rf"{PART_OF}(?:[Tt]he\s)?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’‘][2-9]0['’]?s|{words(_DECADES)})\b",
        _decade,
    ),
    Rule(
        "week-of-month",
        rf"(?:[Tt]he\s)?(?P<place>first|second|third|fourth|last|final)\sweek\s(?:of|in)\s(?P<month>{MONTH}){YEAR_AFTER}",
        _week_of_month,
    ),
    Rule("years", rf"(?P<year>{_YEAR4})[-–/](?P<year2>{_YEAR4}|\d\d)(?![\d/-])", _years),
    Rule("century", rf"{PART_OF}(?:[Tt]he\s)?(?P<place>{ORDINAL})[\s-](?:century|Century)\b", _century),
    Rule(
        "year",
        rf"{PART_OF}(?:(?:[Tt]he\s)?(?:fiscal\s)?year\s|fiscal\s)?(?P<year>{YEAR}|{YEAR_WORDS})\b(?![-–]\d)",
        _year,
    ),
)
