"""Numbers that count nothing are left alone."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find


@pytest.mark.parametrize(
    "text",
    [
        "in 2015",
        "the 2016 election",
        "since 1999",
        "the 1990s",
        "the 80's",
        "16 July",
        "March 3, 2019",
        "Oct. 31",
        "11/09/2001",
        "10:12",
        "5 p.m.",
        "1700 GMT",
        "a Boeing 737",
        "a 737 Max",
        "Article 5",
        "Resolution 2254",
        "No. 10",
        "room 12",
        "page 34",
        "Chapter 7",
        "Category 5",
        "G7",
        "MH17",
        "an F-16",
        "COVID-19",
        "the Group of Seven",
        "World War Two",
        "Tropical Storm Three",
        "version 2.0.1",
        "5G",
        "aged 34",
        "a 34-year-old",
        "Anna Brel, 34, said",
        "She was 26.",
        "ages of 14 and 18",
        "won 3-1",
        "a 4-4 draw",
        "5-10-15",
        "24/7",
        "+1 555 123 4567",
        "619 Ostrel Avenue",
        "the 21st century",
        "the first two",
        "the two",
        "those six",
        "no one",
        "one another",
        "one of them",
        "one day",
        "not one town",
        "three days",
        "in two months",
        "a couple of weeks",
        "30 days of talks",
        "a 28-nation bloc",
        "a four-point plan",
        "a 7.3-magnitude quake",
        "two sides",
        "note[3]",
        "a tremor measuring 5.8 on the Richter scale",
        "number 655",
        "a high-five",
        "Sarah and Tim, 27 and 29 years old",
        "Points: 1. Full stop",
        "Tomas, who is ill, 79, went",
    ],
)
def test_lookalikes(text: str) -> None:
    assert find(f"They saw {text}") == find(text) == ()


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("2015 people were there", 2015),
        ("one soldier died", 1),
        ("37 sheep", 37),
        ("the 42 parties invited", 42),
        ("7 dead", 7),
        ("two F-15 aircraft", 2),
    ],
)
def test_what_looks_like_them_and_counts(text: str, low: float) -> None:
    assert [f.low for f in find(text)] == [low]
