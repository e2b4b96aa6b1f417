"""What repeats a time named before it: "the quarter", "the latest period", "a year earlier" in a report of earnings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.model import Precision, Span, TimeExpression
from onrecord.moments.calendar import Days
from onrecord.moments.values import days_of, parse

_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_RANK: dict[Precision, int] = {"hour": 0, "day": 0, "week": 1, "month": 2, "year": 3}
"""The sharper the less; a day can't be told from a month."""
_REPORTED = frozenset({"P3M", "P6M", "P9M", "P12M"})
"""Lengths that reports are made on."""
_YEAR_BACK = re.compile(r"(?:the |a )?year[ -](?:ago|earlier)", re.IGNORECASE)


class Memory:
    """The quarter that a text reports on; a nine-month stretch named after it makes "a year earlier" a year again.

    It is the first one named, or a later one that is over when the text is published: a look back at the second
    quarter, or ahead to the fourth, does not change what "the quarter" of a report on the third one is.
    """

    def __init__(self, published: date | None = None) -> None:
        self._quarter: str | None = None
        self._length: str | None = None
        self._named: TimeExpression | None = None
        self._published = published

    def keep(self, expression: TimeExpression) -> None:
        """Remember an expression that was read."""
        if expression.earliest and expression.precision in _RANK:
            self._named = expression
        if _QUARTER.fullmatch(expression.value):
            if self._quarter is None or (expression.value > self._quarter and self._is_over(expression)):
                self._quarter = expression.value
        elif expression.type == "DURATION" and expression.value in _REPORTED:
            self._quarter, self._length = None, expression.value

    def day_in(self, sentence: Span) -> date | None:
        """The day last named in a sentence, if it is one day."""
        named = self._named
        if named is None or named.span.start < sentence.start or named.earliest != named.latest:
            return None
        return named.earliest

    def beside(self, symbolic: TimeExpression) -> Days | None:
        """The days of "that year" or "the following day", seen from the last date named, if that is as sharp."""
        atom, named = parse(symbolic.value), self._named
        if atom is None or atom.rest or named is None or _RANK[named.precision] > _RANK.get(symbolic.precision, -1):
            return None
        return days_of(atom, named.earliest)

    def _without_quarter(self, phrase: str, symbolic: TimeExpression) -> TimeExpression | None:
        """The year-earlier period is as long as the last one named; "year-ago" results are the year before's."""
        if re.fullmatch(r"\d{4}-QX", symbolic.value):
            return replace(symbolic, value=symbolic.value[:4], precision="year")
        if "year" not in phrase.lower() or not symbolic.value.startswith("Y-1-Q"):
            return None
        if phrase.lower().endswith("period") and self._length:
            return replace(symbolic, type="DURATION", value=self._length, precision="month")
        if phrase.lower().endswith(("period", "quarter")) or self._published is None:
            return None
        return replace(symbolic, value=f"{self._published.year - 1:04d}", precision="year")

    def _is_over(self, expression: TimeExpression) -> bool:
        return not (self._published and expression.latest) or expression.latest < self._published

    def echo(self, phrase: str, symbolic: TimeExpression) -> TimeExpression | None:
        """The expression with the value that it repeats; None where it repeats nothing known."""
        if self._quarter is None:
            return self._without_quarter(phrase, symbolic)
        year, quarter = int(self._quarter[:4]), self._quarter[-1]
        if _YEAR_BACK.fullmatch(" ".join(phrase.split())):
            return replace(symbolic, value=f"{year - 1:04d}-Q{quarter}", precision="quarter")
        if re.fullmatch(r"\d{4}-QX", symbolic.value):
            return replace(symbolic, value=f"{symbolic.value[:4]}-Q{quarter}")
        place = re.fullmatch(r"Y([+-]\d)-Q([1-4X])", symbolic.value)
        if place is None or symbolic.value[:3] == "Y+1":
            return None
        named = quarter if place[2] == "X" else place[2]
        return replace(symbolic, value=f"{year + int(place[1]):04d}-Q{named}")
