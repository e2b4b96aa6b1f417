"""Rules for what has a length or counts from the day of speaking: durations, units, day words, sets, references."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from onrecord.moments.expressions.amounts import Amount, amount, length, unknown_length
from onrecord.moments.expressions.dates import CLOCK_BEFORE, PART_OF, clock_value, part_of
from onrecord.moments.expressions.found import PRECISIONS, Draft, Rule, Sense
from onrecord.moments.expressions.lexicon import (
    ABOUT,
    AMOUNT,
    AT_LEAST,
    AT_MOST,
    CLOCK,
    DAY_PART,
    DAY_PARTS,
    DEICTIC,
    DEICTICS,
    MONTH,
    MONTHS,
    NUMBER,
    PLURAL_UNIT,
    SEASON,
    SEASONS,
    TIMES,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WHOLE_UNIT,
    folded,
    opening,
    words,
)

FEW: Final = Amount(Fraction(3), Fraction(5), approximate=True, vague=True)
_SETS: Final = TIMES["sets"]
_DAYS: Final = TIMES["days"]
_REFERENCES: Final = {word: key for key, group in TIMES["references"].items() for word in group}
_VAGUE_DUE: Final = frozenset(TIMES["vague"]["due"])
_AHEAD: Final = frozenset({"next", "coming", "upcoming", "following"})
_BEHIND: Final = frozenset({"past", "last", "previous", "recent", "preceding", "latest"})
_WITHIN: Final = re.compile(r"\b(?:[Ww]ithin|[Ii]n|[Ff]or)\s$")
_SOME_DAY: Final = re.compile(rf"(?:\bto|{words(TIMES['future']['modals'])})\s$")
"""May one day, hopes to one day."""
_NUMBER_AFTER: Final = re.compile(r"\s\d")
_ENDED: Final = re.compile(r"\s(?:(?:just\s)?end(?:ed|ing|s)\b|to\s(?:end-)?[A-Z])")
_WHEN: Final[dict[Sense, int]] = {"ahead": 1, "behind": -1}


# ── lengths ──────────────────────────────────────────────────────────────────


def _length(count: Amount, unit: str, sense: Sense, *, approximate: bool = False) -> Draft:
    """A length; vague counts ("several years") keep their value open, as TIMEX3 does."""
    low, high = length(count.low, unit), length(count.high, unit)
    value = unknown_length(unit) if count.vague else low if low == high else f"{low}/{high}"
    return Draft(
        value=value,
        type="DURATION",
        sense=sense,
        precision=PRECISIONS[unit],
        when=_WHEN.get(sense),
        amount=count,
        unit=unit,
        approximate=approximate or count.approximate,
    )


def _sense(head: str | None) -> Sense:
    last = folded(head or "").rpartition(" ")[2]
    return "ahead" if last in _AHEAD else "behind" if last in _BEHIND else "length"


def _counted(match: re.Match[str]) -> Draft | None:
    count = amount(match["amount"])
    if count is None:
        return None
    if match[0].lower() == "one day" and _SOME_DAY.search(match.string, max(0, match.start() - 9), match.start()):
        return Draft(value="FUTURE_REF", sense="reference", when=1, vague=True)
    if match["half"]:
        half = Fraction(1, 2)
        count = Amount(count.low + half, count.high + half)
    if match["two"]:
        count = Amount(count.low, count.high + 1)
    sense: Sense = "ahead" if match["hence"] else _sense(match["head"])
    draft = _length(count, UNITS[match["unit"].lower()], sense, approximate=bool(match["about"] or match["so"]))
    if match["least"] or match["most"]:
        draft = replace(draft, bound="least" if match["least"] else "most")
    return _hence(draft) if match["hence"] else draft


def _hence(draft: Draft) -> Draft:
    """Two years from now: a place in time, not a stretch of it."""
    units = {"FN": ("W", 2)}.get(draft.unit, (draft.unit, 1))
    count = draft.amount.low * units[1] if draft.amount and draft.amount.low == draft.amount.high else Fraction(1, 2)
    value = f"{units[0]}+{count}" if count.denominator == 1 and units[0] in "DWMQYEC" else draft.value
    return replace(draft, value=value, type="DATE", sense="point", when=1)


def _hyphened(match: re.Match[str]) -> Draft | None:
    """A two-year plan; three-quarters is a fraction."""
    count = amount(match["amount"])
    if count is None or match["unit"].lower() == "quarters":
        return None
    return _length(count, UNITS[match["unit"].lower()], "length")


def _uncounted(match: re.Match[str]) -> Draft | None:
    """The coming weeks, recent years, the days ahead; within weeks; for centuries."""
    unit = UNITS[match["unit"].lower()]
    if match["back"]:
        return Draft(value="PAST_REF", sense="reference", when=-1)
    if match["head"] or match["ahead"]:
        return _length(FEW, unit, "ahead" if match["ahead"] else _sense(match["head"]))
    lead = _WITHIN.search(match.string, max(0, match.start() - 8), match.start()) if match[0][0] not in "tT" else None
    if lead is None:
        return None
    return replace(_length(FEW, unit, "length"), bound="" if lead[0].lower().startswith("for") else "most")


def _ago(match: re.Match[str]) -> Draft | None:
    count, unit = amount(match["amount"]), UNITS[match["unit"].lower()]
    if count is None:
        return None
    if count.vague or unit in {"h", "MIN", "S"}:
        return Draft(value="PAST_REF" if count.vague else "D+0", sense="reference", when=-1)
    months = {"FN": ("W", 2), "Q": ("Q", 1)}.get(unit, (unit, 1))
    low = int(count.low) * months[1]
    about = bool(match["about"]) or count.low != count.high
    return Draft(value=f"{months[0]}-{low}", precision=PRECISIONS[unit], when=-1, approximate=about)


# ── calendar units seen from the day of speaking ─────────────────────────────


def _unit(match: re.Match[str]) -> Draft | None:
    near, unit = folded(match["near"]), UNITS[match["unit"].lower()]
    part, when = part_of(match)
    if near in {"the", "that"} and not match["part"]:
        return _the_year(match, unit) if near == "the" and not _NUMBER_AFTER.match(match.string, match.end()) else None
    if near in {"the next", "the coming"} and not part:
        most = Fraction(2 if match["two"] else 1)
        return _length(Amount(Fraction(1), most), unit, "ahead", approximate=bool(match["so"]))
    if match["so"] or match["two"]:
        return None
    count = DEICTICS.get(near.removeprefix("the "), DEICTICS.get(near, 0))
    if near.endswith("past") and unit in {"E", "C"} and not part:
        return _length(Amount(Fraction(1), Fraction(1)), unit, "behind")
    letter = {"FN": "W"}.get(unit, unit)
    return Draft(
        value=f"{letter}{count:+d}{part}", precision=PRECISIONS[unit], when=when if when is not None else count
    )


def _the_year(match: re.Match[str], unit: str) -> Draft | None:
    """The year ended 30 June is a length of time; the year and the week are else the ones that it is told in."""
    if unit == "Y" and _ENDED.match(match.string, match.end()):
        return Draft(value="P1Y", type="DURATION", sense="reference", precision="year")
    return Draft(value=f"{unit}+0", sense="reference", precision=PRECISIONS[unit]) if unit in "YW" else None


def _mid_unit(match: re.Match[str]) -> Draft:
    unit = UNITS[match["unit"]]
    return Draft(value=f"{unit}+0-MID", precision=PRECISIONS[unit])


def _unit_out(match: re.Match[str]) -> Draft:
    """Before the year is out."""
    unit = UNITS[match["unit"]]
    return Draft(value=f"{unit}+0-END", precision=PRECISIONS[unit])


def _end_of_unit(match: re.Match[str]) -> Draft:
    unit, count = UNITS[match["unit"].lower()], DEICTICS.get(folded(match["near"] or "this"), 0)
    return Draft(value=f"{unit}{count:+d}-END", precision=PRECISIONS[unit], when=count or None)


def _day_word(match: re.Match[str]) -> Draft:
    count = _DAYS[match["day"].lower()]
    value, part = f"D{count:+d}", match["time"] or ("night" if match["day"].lower() == "tonight" else "")
    if match["clock"]:
        return Draft(value=f"{value}T{clock_value(match['clock'])}", type="TIME", precision="hour", when=count or None)
    if match["early"]:
        return Draft(value=value + DAY_PARTS[match["early"].lower()], type="TIME", when=count or None)
    if part:
        return Draft(value=value + DAY_PARTS[part.lower()], type="TIME", when=count or None)
    _, when = part_of(match)
    return Draft(value=value, when=count or when)


def _day_beside(match: re.Match[str]) -> Draft:
    return Draft(value="D+2", when=1) if match["side"] == "after" else Draft(value="D-2", when=-1)


def _part_of_day(match: re.Match[str]) -> Draft:
    near = folded(match["near"])
    value = "D-1" if near == "last" else "D+0"
    when = -1 if near == "last" else part_of(match)[1]
    return Draft(value=value + DAY_PARTS[match["time"].lower()], type="TIME", when=when)


def _in_the_day(match: re.Match[str]) -> Draft:
    """In the morning, overnight: of the day last named, else of the story's own."""
    part = "TNI" if match["time"] is None else DAY_PARTS[match["time"].lower()]
    return Draft(value=f"D+0{part}", type="TIME", sense="told", when=0)


def _day_told(_: re.Match[str]) -> Draft:
    return Draft(value="D+0", sense="told", when=0)


def _clock(match: re.Match[str]) -> Draft:
    return Draft(value=f"XXXX-XX-XXT{clock_value(match[0])}", type="TIME", precision="hour")


def _echo(match: re.Match[str]) -> Draft | None:
    """The quarter, the latest period, the year-ago quarter: what they mean was said before (see `echoes`)."""
    back = match["back"] or match["behind"] or match["what"] is None
    if match["what"] == "period" and not back and "latest" not in match[0]:
        return None
    place = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(match["place"] or "")
    return Draft(value=f"{'Y-1' if back else 'Y+0'}-Q{place or 'X'}", sense="echo", precision="quarter")


def _echo_in_year(match: re.Match[str]) -> Draft:
    """The 1988 quarter: that of the report, in another year."""
    return Draft(value=f"{match['year'] or 'Y-1'}-QX", sense="echo", precision="quarter")


def _beside(match: re.Match[str]) -> Draft:
    """The following year, that day: seen from the last day named (see `echoes`)."""
    unit = UNITS[match["unit"]]
    count = {"following": 1, "next": 1, "previous": -1}.get(match["side"] or "", 0)
    return Draft(value=f"{unit}{count:+d}", sense="echo", precision=PRECISIONS[unit])


# ── sets and references ──────────────────────────────────────────────────────


def _every(match: re.Match[str]) -> Draft | None:
    word = match["what"].lower().rstrip(".")
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word]}"
    elif word in MONTHS:
        value = f"XXXX-{MONTHS[word]:02d}"
    elif word in SEASONS:
        value = f"XXXX-{SEASONS[word]}"
    elif word in DAY_PARTS:
        value = f"XXXX-XX-XX{DAY_PARTS[word]}"
    else:
        count = amount({"other": "two"}.get(match["count"] or "", match["count"] or "one"))
        value = length(count.low, UNITS[word]) if count else ""
    return Draft(value=value, type="SET", sense="set") if value else None


def _weekdays(match: re.Match[str]) -> Draft:
    part = DAY_PARTS[match["time"][:-1]] if match["time"] else ""
    return Draft(value=f"XXXX-WXX-{WEEKDAYS[match['dow'].lower()]}{part}", type="SET", sense="set")


def _set_word(match: re.Match[str]) -> Draft:
    return Draft(value=_SETS[match[0].lower()], type="SET", sense="set")


def _rate(match: re.Match[str]) -> Draft:
    unit = UNITS[match["unit"].lower()]
    return Draft(value=length(Fraction(1), unit), type="SET", sense="set")


def _reference(match: re.Match[str]) -> Draft:
    word = folded(match[0])
    value = _REFERENCES[word]
    when = {"PAST_REF": -1, "FUTURE_REF": 1}.get(value, 0)
    return Draft(value=value, sense="reference", when=when, vague=word in _VAGUE_DUE)


_LIKE: Final = r"(?:latest|same|comparable|corresponding|recent|full)"
_YEAR_BACK: Final = r"(?:a\syear\s(?:ago|earlier)|(?:of\s)?last\syear)\b"
_PLACE_WORD: Final = r"(?P<place>first|second|third|fourth)"
_ABOUT: Final = rf"(?:(?P<about>{ABOUT})\s(?!the\b)|(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST}))\s(?!the\b))?"
_SPAN_HEAD: Final = (
    r"(?:(?P<head>(?:(?:[Tt]he|these|those|its|his|her|their)\s)?(?:past|[Ll]ast|next|coming|upcoming|previous|preceding|following|first|year-(?:ago|earlier)|"
    r"final|latest|same|other)|[Tt]he|these|those|a\sfurther|[Aa]nother)\s)?"
)
_BETWEEN: Final = (
    r"(?:more\s|additional\s|full\s|consecutive\s|straight\s|whole\s|calendar\s|fiscal\s|business\s|working\s)?"
)
_EVERY_WORD: Final = rf"(?:{UNIT}|{WEEKDAY}|{MONTH}|{SEASON}|{DAY_PART})"

RULES: Final = (
    Rule(
        "ago",
        rf"{_ABOUT}(?:[Tt]he\s)?(?P<amount>{AMOUNT})[\s-](?P<unit>{UNIT})(?:\sor\sso)?\s(?:ago|earlier|previously)\b",
        _ago,
    ),
    Rule(
        "counted",
        rf"{_ABOUT}{_SPAN_HEAD}(?P<amount>{AMOUNT})\s{_BETWEEN}(?P<unit>{UNIT})(?!-(?:ago|earlier))(?:['’]s?\stime\b)?"
        r"(?P<half>\sand\s(?:a|one)[\s-]half\b)?(?P<two>(?<!s)\sor\stwo\b)?(?P<so>\sor\sso\b)?(?P<hence>\s(?:from\snow|from\stoday|hence)\b)?",
        _counted,
    ),
    Rule("hyphened", rf"(?P<amount>{NUMBER}|a|several)-(?P<unit>{UNIT})(?:-(?:old|long)\b)?", _hyphened),
    Rule(
        "uncounted",
        rf"(?:[Tt]he\s)?(?:(?P<head>past|last|next|coming|upcoming|previous|recent|following)\s)?(?P<unit>{PLURAL_UNIT})"
        r"(?P<ahead>\s(?:ahead|to\scome)\b)?(?P<back>\sago\b)?",
        _uncounted,
    ),
    Rule(
        "beside",
        r"(?:(?:[Tt]he\s(?P<side>following|same|previous(?=\sday\b)|next(?=\sday\b))|[Tt]hat)\s(?P<unit>day|week|month|year))"
        r"\b(?!['’-])",
        _beside,
    ),
    Rule(
        "end-of-unit",
        r"(?:[Tt]he\s|(?P<near>this|next|last)\s)?(?P<unit>year|month|quarter|week|decade)(?:['’]s)?[\s-]end\b",
        _end_of_unit,
    ),
    Rule(
        "unit",
        rf"{PART_OF}(?P<near>(?:[Tt]he\s)?{DEICTIC}|[Tt]he|that)\s(?P<kind>(?:fiscal\s|calendar\s|full\s)?)"
        rf"(?P<unit>{WHOLE_UNIT})(?!\s(?:\d\d\d\d|two\sthousand))(?:(?P<two>\sor\stwo\b)|(?P<so>\sor\sso\b))?",
        _unit,
    ),
    Rule("mid-unit", r"[Mm]id-(?P<unit>century|decade|year|month|week)\b(?!-)", _mid_unit),
    Rule("unit-out", r"[Tt]he\s(?P<unit>year|month|week|decade)\s(?:is\s(?:out|over|through)|ends)\b", _unit_out),
    Rule(
        "day-word",
        rf"{CLOCK_BEFORE}{PART_OF}(?:(?:[Mm]id[\s-]|[Ee]arly\s|[Ll]ate\s)?(?P<early>{DAY_PART})\s)?(?P<day>{opening(_DAYS)})\b(?:\s(?P<time>{DAY_PART}))?",
        _day_word,
    ),
    Rule("day-beside", r"[Tt]he\sday\s(?:(?P<side>after)\stomorrow|before\syesterday)\b", _day_beside),
    Rule("part-of-day", rf"{PART_OF}(?P<near>this|last)\s(?P<time>{DAY_PART})", _part_of_day),
    Rule("every", rf"(?:[Ee]very|[Ee]ach)\s(?:(?P<count>other|{NUMBER})\s)?(?P<what>{_EVERY_WORD})", _every),
    Rule(
        "weekdays",
        rf"(?P<dow>{WEEKDAY[: -len('(?![a-zA-Z])')]})(?:s\b|\s(?P<time>mornings|afternoons|evenings|nights)\b)",
        _weekdays,
    ),
    Rule(
        "times-a",
        rf"(?:[Oo]nce|[Tt]wice|{NUMBER}\stimes)\s(?:a|an|each|every|per)\s(?P<unit>year|month|week|day|hour)\b(?!-)",
        _rate,
    ),
    Rule("rate", r"(?:per\s|a\s)(?P<unit>year|month|week|day|hour)\b(?!-)", _rate),
    Rule("set-word", rf"{opening(_SETS)}\b", _set_word),
    Rule("reference", rf"{opening(_REFERENCES)}(?![\w-])(?!\s(?:{AMOUNT}\s)?{UNIT})", _reference),
    Rule("clock", CLOCK, _clock),
    Rule(
        "in-the-day",
        rf"(?:(?<=in\s)|(?<=By\s)|(?<=by\s))(?:the|mid)[\s-](?P<time>{DAY_PART})|[Oo]vernight",
        _in_the_day,
    ),
    Rule("day-told", r"(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s(?:in|on)\s[Tt]he\sday\b", _day_told),
    Rule(
        "echo",
        rf"(?:[Tt]he|[Tt]hat|[Ii]ts)\s(?:{_LIKE}\s)?(?:(?P<back>year[\s-](?:ago|earlier))[\s-](?:{_PLACE_WORD}[\s-])?)?"
        rf"(?P<what>quarter|period)\b(?!-)(?P<behind>\s{_YEAR_BACK})?|[Yy]ear-(?:ago|earlier)\b",
        _echo,
    ),
    Rule(
        "echo-in-year",
        r"(?:[Tt]he\s(?P<year>(?:19|20)\d\d)|(?P<last>[Ll]ast\syear['’]s))\s(?P<what>quarter|period)\b(?!-)",
        _echo_in_year,
    ),
)
