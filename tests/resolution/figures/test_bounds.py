"""Words that bound a number or blur it."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures.bounds import Bound, bound_after, bound_before, late_bound
from onrecord.resolution.figures.tokens import tokens_of

LOW, HIGH, ABOUT = Bound(open_high=True), Bound(open_low=True), Bound(approximate=True)


@pytest.mark.parametrize(
    ("text", "bound", "start"),
    [
        ("saw at least 5", LOW, 1),
        ("saw no more than 5", HIGH, 1),
        ("saw about 5", ABOUT, 1),
        ("saw at least about 5", Bound(open_high=True, approximate=True), 1),
        ("saw just under 5", Bound(open_low=True, approximate=True), 1),
        ("saw more 5", Bound(), 2),
        ("saw > 5", LOW, 1),
    ],
)
def test_before_a_number(text: str, bound: Bound, start: int) -> None:
    tokens = tokens_of(text, 0, len(text))
    assert bound_before(tokens, len(tokens) - 1) == (bound, start)


@pytest.mark.parametrize(
    ("text", "bound", "end"),
    [("5 or more men", LOW, 3), ("5-odd men", ABOUT, 3), ("5+ men", LOW, 2), ("5 men", Bound(), 1)],
)
def test_after_a_number(text: str, bound: Bound, end: int) -> None:
    assert bound_after(tokens_of(text, 0, len(text)), 1) == (bound, end)


@pytest.mark.parametrize(
    ("text", "bound", "end"),
    [
        ("5 men at least", LOW, 4),
        ("5 men or so", ABOUT, 4),
        ("5 men plus 3", Bound(), 2),
        ("5 men over there", Bound(), 2),
    ],
)
def test_after_a_noun(text: str, bound: Bound, end: int) -> None:
    assert late_bound(tokens_of(text, 0, len(text)), 2) == (bound, end)
