"""The Iranian year: its expressions, and what "this year" means in a text that counts by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from onrecord.moments.expressions.dates import PART_OF, part_of
from onrecord.moments.expressions.found import Draft, Found, Rule
from onrecord.moments.expressions.lexicon import DEICTIC, DEICTICS, folded

_NAMED: Final = re.compile(r"\bIranian\s(?:calendar\s)?(?:year|month)|\bcalendar\syear\s(?:of\s)?1[34]\d\d\b")
_YEAR: Final = re.compile(r"Y([+-]\d+(?:-[A-Z]+)?)")


def in_iran(text: str, found: Iterable[Found]) -> list[Found]:
    """The same expressions; after a text has named the Iranian year, "this year" and "next year" are Iranian ones."""
    named = _NAMED.search(text)
    return [_iranian(f) if named and f.span.start > named.start() else f for f in found]


def _iranian(found: Found) -> Found:
    year = _YEAR.fullmatch(found.draft.value)
    return Found(found.span, replace(found.draft, value=f"J{year[1]}")) if year else found


def _build(match: re.Match[str]) -> Draft | None:
    near = folded(match["near"] or "").removeprefix("the ")
    count = DEICTICS.get(near, DEICTICS.get(f"the {near}"))
    number = match["number"] or match["counted"]
    if number is None and count is None:
        return None
    (part, when), head = part_of(match), f"J{number}" if count is None else f"J{count:+d}"
    return Draft(value=head + part, precision="year", when=count if when is None else when)


RULES: Final = (
    Rule(
        "iranian-year",
        rf"{PART_OF}(?:[Tt]he\s)?(?:(?P<near>{DEICTIC}|present)\s)?"
        r"(?:Iranian\s(?:calendar\s|fiscal\s)?year(?:\s(?:of\s)?(?P<number>1[34]\d\d))?"
        r"|calendar\syear\s(?:of\s)?(?P<counted>1[34]\d\d))(?!\d)",
        _build,
    ),
)
