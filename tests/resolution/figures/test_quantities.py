"""Bounds, ranges, units and changes around a number."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("at least 14", 14, None, False),
        ("no fewer than 14", 14, None, False),
        ("more than 14", 14, None, False),
        ("over 14", 14, None, False),
        ("up to 14", None, 14, False),
        ("as many as 14", None, 14, False),
        ("fewer than 14", None, 14, False),
        ("no more than 14", None, 14, False),
        ("nearly 14", 14, 14, True),
        ("some 14", 14, 14, True),
        ("at least about 14", 14, None, True),
        ("14 or more", 14, None, False),
        ("3–5", 3, 5, False),
        ("between 10 and 15", 10, 15, False),
        ("two or three", 2, 3, False),
        ("1 to 2 thousand", 1_000, 2_000, False),
        ("from 20 to 30", 20, 30, False),
    ],
)
def test_bounds_and_ranges(words: str, low: float | None, high: float | None, approximate: bool) -> None:
    text = f"They freed {words} men."
    (found,) = find(text)
    assert (found.low, found.high, found.approximate, found.noun) == (low, high, approximate, "men")
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("$2.5bn", 2.5e9, 2.5e9, "USD"),
        ("€450m", 4.5e8, 4.5e8, "EUR"),
        ("US $58.24 per barrel", 58.24, 58.24, "USD per barrel"),
        ("A$30", 30, 30, "AUD"),
        ("40,000 crowns", 40_000, 40_000, "crown"),
        ("$2 to $3 billion", 2e9, 3e9, "USD"),
        ("billions of dollars", 2e9, None, "USD"),
        ("19 per cent", 19, 19, "percent"),
        ("5 percent to 10 percent", 5, 10, "percent"),
        ("2.5 percentage points", 2.5, 2.5, "percentage point"),
        ("140 km/h", 140, 140, "km/h"),
        ("2.7 million barrels a day", 2.7e6, 2.7e6, "barrel per day"),
        ("35,000 square feet", 35_000, 35_000, "square foot"),
        ("30 °C", 30, 30, "°C"),
    ],
)
def test_units(words: str, low: float, high: float | None, unit: str) -> None:
    text = f"It was {words}."
    (found,) = find(text)
    assert (found.low, found.high, found.unit, found.noun) == (low, high, unit, None)


def test_an_amount_and_where_it_led_are_two_figures() -> None:
    amount, reached = find("The fee rose by $5 to $300.")
    assert (amount.low, amount.high, amount.change) == (5, 5, "rose")
    assert (reached.low, reached.high, reached.change) == (300, 300, "rose by $5")


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert [(f.low, f.high) for f in find("The price of bread rose from 5 to 10 crowns.")] == [(5, 5), (10, 10)]
