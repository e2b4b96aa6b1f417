"""Numbers in words and digits come back as what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.figures import find
from onrecord.resolution.figures.digits import value_of

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))


def in_words(number: int, *, joined: str, hyphen: str) -> str:
    """An English numeral, written independently of the code that reads it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (hyphen + ONES[ones] if ones else "")
    for size, name in SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            head = f"{in_words(many, joined=joined, hyphen=hyphen)} {name}"
            between = joined if rest < 100 else " "
            return head + (between + in_words(rest, joined=joined, hyphen=hyphen) if rest else "")
    raise AssertionError


@given(
    st.one_of(st.integers(2, 10**9), st.integers(2, 2_000)),
    st.sampled_from([" and ", " "]),
    st.sampled_from(["-", " "]),
)
def test_words_round_trip(number: int, joined: str, hyphen: str) -> None:
    words = in_words(number, joined=joined, hyphen=hyphen)
    (found,) = find(f"They counted {words} lanterns there.")
    assert (found.low, found.high, found.noun) == (number, number, "lanterns")


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "\u00a0", "'"]))
def test_grouped_digits_round_trip(number: int, sign: str) -> None:
    written = f"{number:,}".replace(",", sign)
    if sign == "." and written.count(".") == 1 and not written.endswith(".000"):
        assert value_of(written) == float(written)  # one point is the decimal one
    elif sign != " " or written.count(" ") == 0:
        assert value_of(written) == number


@given(st.integers(1, 999), st.integers(0, 999), st.integers(1, 99))
def test_both_conventions(head: int, rest: int, cents: int) -> None:
    value = float(f"{head}{rest:03}.{cents:02}")
    assert value_of(f"{head},{rest:03}.{cents:02}") == value
    assert value_of(f"{head}.{rest:03},{cents:02}") == value


@pytest.mark.parametrize("written", ["1,2,3,4", "1.2.3", "1,00,00", "1,000.5,5", "1" * 16, "0,123,456"])
def test_what_is_no_number(written: str) -> None:
    assert value_of(written) is None


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("1 000 men", 1_000, 1_000, False),
        ("12 345 678 men", 12_345_678, 12_345_678, False),
        ("٣٠٠ men", 300, 300, False),
        ("1٬500 men", 1_500, 1_500, False),
        ("−7 °C", -7, -7, False),
        ("minus five degrees", -5, -5, False),
        ("half a million men", 500_000, 500_000, False),
        ("two and a half million men", 2_500_000, 2_500_000, False),
        ("2½ miles", 2.5, 2.5, False),
        ("2 1/2 miles", 2.5, 2.5, False),
        ("40 thousand men", 40_000, 40_000, False),
        ("two dozen men", 24, 24, False),
        ("a hundred men", 100, 100, False),
        ("dozens of men", 24, None, True),
        ("scores of men", 40, None, True),
        ("hundreds of men", 200, None, True),
        ("thousands of men", 2_000, None, True),
        ("tens of thousands of men", 20_000, None, True),
        ("hundreds of thousands of men", 200_000, None, True),
        ("millions of men", 2_000_000, None, True),
        ("a handful of men", 3, 5, True),
        ("several hundred men", 300, 700, True),
        ("a third of the men", 1 / 3, 1 / 3, False),
        ("two-thirds of the men", 2 / 3, 2 / 3, False),
        ("one in five men", 0.2, 0.2, False),
        ("nine out of ten men", 0.9, 0.9, False),
        ("one-in-four men", 0.25, 0.25, False),
        ("three quarters of the men", 0.75, 0.75, False),
        ("1/3 of the men", 1 / 3, 1 / 3, False),
    ],
)
def test_values(text: str, low: float, high: float | None, approximate: bool) -> None:
    (found,) = find(text)
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))
    assert found.approximate is approximate
