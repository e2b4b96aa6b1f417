"""The grammar of English news time expressions, compiled once: text in, expressions with symbolic values out.

One scanning pattern finds the next expression and which rule it fits; that rule's own pattern takes it apart.
Context (tense, names, prepositions) is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.model import Span
from onrecord.moments.expressions import dates, iran, lengths, periods
from onrecord.moments.expressions.found import Found, Rule

_BY_NAME: Final[dict[str, Rule]] = {
    rule.name: rule for rule in (*dates.RULES, *periods.RULES, *lengths.RULES, *iran.RULES)
}
_ORDER: Final = (
    "iranian-year", "iso", "run-together", "compact", "numeric", "day-month", "month-day", "ago", "nth-of-month",
    "nth-alone", "times-a", "every", "beside", "weekdays", "weekday", "weekend", "holiday", "quarter",
    "short-quarter", "half", "week-of-month", "years", "echo-in-year", "counted", "hyphened", "uncounted",
    "end-of-unit", "month", "season", "decade", "century", "echo", "day-word", "day-beside", "part-of-day",
    "unit-out", "unit", "mid-unit", "year", "rate", "set-word", "reference", "clock", "in-the-day", "day-told",
)  # fmt: skip
"""At one place the first rule that fits wins, so the longer forms stand before their parts."""
_NAMED: Final = re.compile(r"\(\?P<\w+>")
_BACK: Final = re.compile(r"\(\?P=\w+\)")


def find(text: str) -> Iterator[Found]:
    """The time expressions of a text, left to right, not overlapping."""
    scanner, parts = _compiled()
    at = 0
    while match := scanner.search(text, at):
        at = match.end()
        index = next(i for i, group in enumerate(match.groups()) if group is not None)
        rule, pattern = parts[index]
        inner = pattern.fullmatch(text, match.start(), match.end())
        draft = rule.build(inner) if inner else None
        if draft:
            yield Found(Span(match.start(), match.end()), draft)
        elif " " in match[0]:
            at = match.start() + match[0].index(" ")  # what stands behind its first word may still be one


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[Rule, re.Pattern[str]], ...]]:
    rules = [_BY_NAME[name] for name in _ORDER]
    plain = [f"({_BACK.sub(r'[/.-]', _NAMED.sub('(?:', rule.pattern))})" for rule in rules]
    scanner = re.compile(rf"(?<![\w$€£])(?=[A-Za-z0-9'’‘])(?:{'|'.join(plain)})(?!\w)")
    return scanner, tuple((rule, re.compile(rule.pattern)) for rule in rules)
