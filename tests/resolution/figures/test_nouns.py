"""The head of what is counted."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find
from onrecord.resolution.figures.nouns import counted_after
from onrecord.resolution.figures.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("40 women", "women"),
        ("40 grandchildren", "grandchildren"),
        ("40 coal- and gas-fired plants", "plants"),
        ("40 women sailors", "sailors"),
        ("40 infantry fighting vehicles", "vehicles"),
        ("40 black clergy members", "members"),
        ("40 U.S. troops", "troops"),
        ("40 IS fighters", "fighters"),
        ("40 suspected gas attacks", "attacks"),
        ("40 arrested in Ostrel", None),
        ("40 dead", "dead"),
        ("40 Aldmerians", "Aldmerians"),
        ("40 more", None),
        ("40 more men", "men"),
        ("40 of the hurt", "hurt"),
        ("40 percent of the support of farmers", "support"),
        ("a third of Ostrels population", "population"),
        ("half the flour rotted", "flour"),
        ("seven of the country's 40 mills", "mills"),
        ("dozens of rebel killed", "rebel"),
        ("40 old people", "people"),
    ],
)
def test_heads(text: str, noun: str | None) -> None:
    assert find(f"They saw {text}.")[-1].noun == noun


def test_nothing_follows() -> None:
    assert counted_after(tokens_of("40", 0, 2), 1, part=False, one=False).head is None
