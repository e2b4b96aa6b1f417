from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Figure, Span
from onrecord.revising.numbers import named


def figure(low: float | None, high: float | None, noun: str | None = None, **more: Any) -> Figure:
    return Figure(span=Span(0, 1), low=low, high=high, noun=noun, **more)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (figure(23, 23, "killed"), figure(32, 32, "killed"), "23 → 32 killed"),
        (figure(8e7, 8e7, unit="crowns"), figure(8e8, 8e8, unit="crowns"), "80 million → 800 million crowns"),
        (figure(4, 4, unit="percent"), figure(4.5, 4.5, unit="percent"), "4 → 4.5 %"),
        (figure(1234, 1234), figure(12, None), "1,234 → at least 12"),
        (figure(None, 5), figure(3, 5), "up to 5 → 3 to 5"),
        (figure(200, 200, approximate=True), figure(None, None), "about 200 → an unknown number"),
    ],
)
def test_an_altered_figure_is_named_as_people_do(before: Figure, after: Figure, words: str):
    assert named(before, after) == words
