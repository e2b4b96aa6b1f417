"""What repeats a time named before it: "the quarter", "the latest period", "a year earlier" in a report of earnings."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import TimeExpression

_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_YEAR_BACK = re.compile(r"(?:the |a )?year[ -](?:ago|earlier)", re.IGNORECASE)


class Memory:
    """The last quarter named in a text; a nine-month stretch named after it makes "a year earlier" a year again."""

    def __init__(self) -> None:
        self._quarter: str | None = None

    def keep(self, expression: TimeExpression) -> None:
        """Remember an expression that was read."""
        if _QUARTER.fullmatch(expression.value):
            self._quarter = expression.value
        elif expression.type == "DURATION" and expression.value.endswith("M"):
            self._quarter = None

    def echo(self, phrase: str, symbolic: TimeExpression) -> TimeExpression | None:
        """The expression with the value that it repeats; None where it repeats nothing known."""
        if self._quarter is None:
            return None
        year, quarter = int(self._quarter[:4]), self._quarter[-1]
        if _YEAR_BACK.fullmatch(" ".join(phrase.split())):
            return replace(symbolic, value=f"{year - 1:04d}-Q{quarter}", precision="quarter")
        place = re.fullmatch(r"Y([+-]\d)-Q([1-4X])", symbolic.value)
        if place is None or symbolic.value[:3] == "Y+1":
            return None
        named = quarter if place[2] == "X" else place[2]
        return replace(symbolic, value=f"{year + int(place[1]):04d}-Q{named}")
