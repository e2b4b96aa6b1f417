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
    ],
)
def test_left_alone(text: str) -> None:
    assert find(text) == ()


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
]


NO_FIGURE = ["1,", "hundred ", "a ", "at least ", "half ", "million ", "$", "of ", "who were ", "and ", "(", "-"]


@pytest.mark.parametrize("unit", UNIT)
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(find, unit * 250, unit * 1_000) <= 5


@pytest.mark.parametrize("unit", NO_FIGURE)
def test_what_never_becomes_a_figure_is_none_in_a_long_text(unit: str) -> None:
    """Patterns that look at all that follows, from each place anew, would not end on it."""
    assert find(unit * (500_000 // len(unit))) == ()


def test_a_page_of_ten_thousand_numbers() -> None:
    numbers = range(3_000, 13_000)
    assert [figure.low for figure in find(" ".join(f"{n} men," for n in numbers))] == list(numbers)


def test_cells_of_a_table_are_not_joined() -> None:
    text = "Town\tDead\tHurt\nAldmere\t12\t300\nOst\t1\t000\n100 200 300"
    assert [f.low for f in find(text)] == [12, 300, 1, 0, 100, 200, 300]
