"""Number words and lengths of time."""

from fractions import Fraction

import pytest

from onrecord.moments.expressions.amounts import Amount, amount, length, ordinal, unknown_length


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [("one or two", 1, 2), ("18-24", 18, 24), ("twenty-four", 24, 24), ("two to three", 2, 3), ("a", 1, 1),
     ("1,500", 1500, 1500), ("a couple of", 2, 2), ("a few", 3, 5), ("several", 3, 7),
     ("two thousand five hundred", 2500, 2500), ("a dozen", 12, 12)],
)  # fmt: skip
def test_what_a_phrase_counts(phrase: str, low: int, high: int) -> None:
    found = amount(phrase)
    assert found is not None
    assert (int(found.low), int(found.high)) == (low, high)


def test_halves_and_approximations() -> None:
    assert amount("2 1/2") == Amount(Fraction(5, 2), Fraction(5, 2))
    assert amount("half a") == Amount(Fraction(1, 2), Fraction(1, 2))
    few = amount("a few")
    assert few is not None
    assert (few.approximate, few.vague) == (True, True)


@pytest.mark.parametrize("phrase", ["", "soon", "999,999,999", "1.2.3"])
def test_what_is_no_number(phrase: str) -> None:
    assert amount(phrase) is None


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(Fraction(2), "M", "P2M"), (Fraction(5, 2), "Y", "P2Y6M"), (Fraction(3, 2), "MIN", "PT1M30S"),
     (Fraction(2), "FN", "P4W"), (Fraction(1, 2), "Y", "P6M"), (Fraction(3, 2), "E", "P180M"),
     (Fraction(48), "h", "PT48H")],
)  # fmt: skip
def test_lengths(count: Fraction, unit: str, expected: str) -> None:
    assert length(count, unit) == expected


def test_open_lengths_and_ordinals() -> None:
    assert [unknown_length(unit) for unit in ("Y", "h", "MIN", "FN")] == ["PXY", "PTXH", "PTXM", "PXW"]
    assert [ordinal(word) for word in ("first", "31st", "twenty first", "oneth")] == [1, 31, 21, None]
