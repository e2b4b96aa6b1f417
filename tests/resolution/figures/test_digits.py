"""What digits say, and what no number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.figures.digits import MOST_DIGITS, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("007", 7),
        ("1,200", 1_200),
        ("1.200", 1.2),
        ("40.000", 40_000),
        ("1,5", 1.5),
        ("1,50", 1.5),
        ("12,34,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1 000", 1_000),
        ("1'000", 1_000),
        ("1,000.5", 1_000.5),
        ("1.000,5", 1_000.5),
        ("٣٠٠", 300),
        ("١٬٥٠٠٫٥", 1_500.5),
        ("１２", 12),
    ],
)
def test_values(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize(
    "written",
    ["1,2,3,4", "1.2.3", "1,00,00", "1,000.5,5", "0,123,456", "1.000,5.5", "12,3,45", "1,2345,678", "9" * 400],
)
def test_no_numbers(written: str) -> None:
    assert value_of(written) is None


@given(st.text(alphabet="0123456789,.'٬٫٣ ", min_size=1, max_size=40).filter(lambda written: written[0].isdigit()))
def test_a_value_is_finite_and_not_below_zero(written: str) -> None:
    value = value_of(written.rstrip(",.'٬٫ "))
    assert value is None or 0 <= value < 10**MOST_DIGITS
