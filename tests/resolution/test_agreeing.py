from __future__ import annotations

import pytest

from onrecord.model import Kind, Span, Statement
from onrecord.resolution.agreeing import agreed


def told(id: str, kind: Kind, likely: float, restates: str | None = None) -> Statement:
    return Statement(id=id, content=(Span(0, 4),), kind=kind, kind_confidence=likely, restates=restates)


@pytest.mark.parametrize(
    ("first", "second", "third", "kinds"),
    [
        (("commitment", 0.4), ("forecast", 0.6), ("forecast", 0.5), ["forecast", "forecast", "forecast"]),
        (("commitment", 0.9), ("forecast", 0.5), ("forecast", 0.3), ["commitment", "commitment", "commitment"]),
        (("report", 0.9), ("forecast", 0.5), ("schedule", 0.6), ["report", "schedule", "schedule"]),
    ],
)
def test_expectations_of_one_claim_have_one_kind(
    first: tuple[Kind, float], second: tuple[Kind, float], third: tuple[Kind, float], kinds: list[Kind]
):
    group = [told("a", *first, "c"), told("b", *second, "c"), told("c", *third)]
    assert [one.kind for one in agreed(group)] == kinds


def test_what_restates_nothing_keeps_its_kind():
    apart = told("a", "commitment", 0.4), told("b", "forecast", 0.9)
    assert agreed(apart) == apart
