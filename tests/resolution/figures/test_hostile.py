"""Any text gives figures or none: in order, in the text, finite, and in time that grows with its length."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.resolution.figures import find

PIECES = st.sampled_from(
    [
        "1",
        "2,000",
        "1.000,5",
        "10^400",
        "9" * 400,
        "one",
        "two",
        "hundred",
        "million",
        "and",
        "to",
        "-",
        "–",
        "or",
        "of",
        "the",
        "%",
        "$",
        "€",
        "women",
        "killed",
        "in",
        "between",
        "from",
        "at least",
        "up to",
        "a third",
        "half",
        "dozens",
        "tens of",
        "thousands",
        "٣٠٠",
        "²",
        "½",
        "⁄",
        "\n",
        "\t",
        ".",
        ",",
        "(",
        ")",
        "“",
        "who",
        "were",
        "them",
        "rose",
        "per",
        "year",
        "-old",
        "minus",
        "'s",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


def test_bounds_that_contradict_each_other_leave_one_end() -> None:
    (figure,) = find("Up to 40 at least were killed.")
    assert (figure.low, figure.high) == (None, 40)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    last = 0
    for figure in find(text):
        assert last <= figure.span.start < figure.span.end <= len(text)
        last = figure.span.end
        ends = [n for n in (figure.low, figure.high) if n is not None]
        assert ends
        assert all(math.isfinite(n) for n in ends)
        assert ends == sorted(ends)
        assert figure.noun is None or figure.noun in text
        if figure.population is not None:
            start, end = figure.population
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "10^400",
        "1e400 men",
        "9" * 500 + " men",
        "1,2,3,4",
        "5-10-15",
        "1.2.3.4",
        "24/7",
        "10:12",
        "4x4",
        "v2.0.1",
        "1/2/2019",
        "0x1F",
        "3²",
        "10⁴⁰⁰ men",
        "10^400 men",
        "1.5e10 men",
        "1..5 men",
        "5--10 men",
        "20-30-40 men",
        "1,2,3,4 pieces",
        "1,2,3,4 and 5 pieces",
        "Ostrel,12,300",
        "1.000,5,5 men",
        "99999999999999999999 men",
        "nine trillion billion men",
        "a million million million million men",
        "infinity men",
        "NaN men",
    ],
)
def test_left_alone(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.000,5 men", 1_000.5, 1_000.5),
        ("1,000.5 men", 1_000.5, 1_000.5),
        ("1.000.000,50 euros", 1_000_000.5, 1_000_000.5),
        ("-5 degrees", -5, -5),
        ("−7 °C", -7, -7),
        ("–3 %", -3, -3),
        ("minus five degrees", -5, -5),
        ("-$5 million", -5_000_000, -5_000_000),
        ("$-5 million", -5_000_000, -5_000_000),
        ("-0 men", 0, 0),
        ("- 4 men", 4, 4),
        ("5-10 men", 5, 10),
        ("٣٠٠ men", 300, 300),
        ("١٬٥٠٠ men", 1_500, 1_500),
        ("٣٫٥ million men", 3_500_000, 3_500_000),
        ("۱۲۳ men", 123, 123),
        ("१२३ men", 123, 123),
        ("１２３ men", 123, 123),
        ("٪٥٠ of men", 50, 50),
        ("%50 of men", 50, 50),
        ("2.05 million men", 2_050_000, 2_050_000),
        ("0.1 billion men", 100_000_000, 100_000_000),
    ],
)
def test_signs_and_digits_of_every_sort(text: str, low: float, high: float) -> None:
    (found,) = find(text)
    assert (found.low, found.high) == (low, high)
    assert math.copysign(1, found.low or 0.0) == (-1 if low < 0 else 1)
    assert find(f"It was {text}.")[0].low == low


UNIT = [
    "1 ",
    "1,",
    "one ",
    "hundred ",
    "a ",
    "1-",
    "1 out of ",
    "from 1 to ",
    "at least ",
    "half ",
    "million ",
    "tens of thousands of ",
    "$",
    "5 % ",
    "1 000 ",
    "of ",
    "who were ",
    "and ",
    "number of ",
    "(",
    "one in ",
    "two or ",
    "1/2 ",
    "-",
    "twenty-",
    "12 women and ",
    "the number of 1 rose to ",
    "1 of them ",
    "including 1 ",
    "1 of the ",
    "Of 1 men, ",
    "1 (",
    "1 men, ",
    "1 a monitor said ",
    "state media ",
    "was 1 ",
    "Articles 1, ",
    "1 and ",
    "%1",
    "a quarter of a ",
    "several thousands of ",
    "| 1 ",
]


NO_FIGURE = ["1,", "hundred ", "a ", "at least ", "half ", "million ", "$", "of ", "who were ", "and ", "(", "-"]


@pytest.mark.parametrize("unit", UNIT)
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(find, unit * 250, unit * 1_000) <= 5


@pytest.mark.parametrize("unit", NO_FIGURE)
def test_what_never_becomes_a_figure_is_none_in_a_long_text(unit: str) -> None:
    """Patterns that look at all that follows, from each place anew, would not end on it."""
    assert find(unit * (500_000 // len(unit))) == ()


def test_a_page_of_a_hundred_thousand_numbers() -> None:
    numbers = range(3_000, 103_000)
    assert [figure.low for figure in find(" ".join(f"{n} men," for n in numbers))] == list(numbers)


def test_work_grows_with_the_numbers_of_a_page() -> None:
    assert growth(find, "40 men, 12 of them guards, fled. " * 500, "40 men, 12 of them guards, fled. " * 2_000) <= 4.4


@pytest.mark.parametrize(
    "table",
    [
        "Town\tDead\tHurt\nAldmere\t12\t300\nOst\t1\t000",
        "Town | Dead | Hurt\nAldmere | 12 | 300\nOst | 1 | 000",
        "| Town | Dead | Hurt |\n| Aldmere | 12 | 300 |\n| Ost | 1 | 000 |",
        "Town     Dead   Hurt\nAldmere   12    300\nOst        1    000",
    ],
)
def test_cells_of_a_table_are_not_joined(table: str) -> None:
    found = find(table)
    assert [f.low for f in found] == [12, 300, 1, 0]
    assert {(f.noun, f.population) for f in found} == {(None, None)}


def test_numbers_in_a_row_are_not_joined() -> None:
    assert [f.low for f in find("100 200 300")] == [100, 200, 300]
