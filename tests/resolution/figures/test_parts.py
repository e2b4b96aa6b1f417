"""A part is told from its whole, and knows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Span, Statement
from onrecord.resolution.figures import figures_of, find


def parts(text: str) -> list[tuple[str, str]]:
    """Each part with its whole, in their own words."""
    return [(text[slice(*f.span)], text[slice(*f.part_of)]) for f in find(text) if f.part_of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("58 people, 11 of them children, were killed in the raid.", [("11", "58")]),
        ("58 people (11 of them children) were killed.", [("11", "58")]),
        ("The raid killed 58 people, 11 of whom were children.", [("11", "58")]),
        ("At least 58 people died, including 11 children and 5 women.", [("11", "At least 58"), ("5", "At least 58")]),
        ("The raid killed 23 including 8 boys.", [("8", "23")]),
        ("It killed 58 people, among them at least 11 children.", [("at least 11", "58")]),
        ("Seven of the 42 parties invited have not replied.", [("Seven", "42")]),
        ("Six of the country's eight towns fell.", [("Six", "eight")]),
        ("A third of the 300 men fled.", [("A third", "300")]),
        ("Some 40 percent of the 300 men fled.", [("Some 40 percent", "300")]),
        ("In all 58 people died. Eleven of them were children.", [("Eleven", "58")]),
        ("Of the 58 dead, 11 were children.", [("11", "58")]),
        ("Hundreds of people fled; dozens of them were children.", [("dozens", "Hundreds")]),
    ],
)
def test_parts_of_a_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 men and 12 women were hurt.",
        "Five of them fled.",
        "It killed 5 men, including 11 children.",
        "The mill lost $40, including $3 in fees.",
        "Some 58 men came. The mayor fed them. Later, 11 of them left.",
        "Half of the men fled, 11 of them on foot.",
        "They sold 40 boats of 12 sailors' sons.",
    ],
)
def test_what_is_no_part_of_a_number_told(text: str) -> None:
    assert parts(text) == []


@given(st.integers(2, 10_000), st.integers(1, 20_000))
def test_a_part_is_never_more_than_its_whole(whole: int, part: int) -> None:
    text = f"They counted {whole:,} men, {part:,} of them guards."
    assert parts(text) == ([(f"{part:,}", f"{whole:,}")] if part <= whole else [])


def test_the_whole_of_a_statements_figure_is_a_place_in_the_article() -> None:
    text = "The mayor said that 58 people, 11 of them children, were held."
    content = Span(text.index("that"), len(text) - 1)
    article = Article(id="a", revision="r", url=None, title="", text=text)
    _, children = figures_of(article, Statement(id="s", content=(content,)))
    assert children.part_of is not None
    assert article[children.part_of] == "58"
