from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.counting import compared, is_one_voice, meet, number_of, relation
from onrecord.model import CitedFigure, Figure, FigureQuestion, Span

FIRST, NEXT = date(2031, 4, 1), date(2031, 4, 2)


def figure(low: float | None, high: float | None, *, about: bool = False) -> Figure:
    return Figure(span=Span(0, 1), low=low, high=high, approximate=about)


def cited(
    low: float | None, high: float | None, who: str = "Ada Brenn", day: date | None = FIRST, *, about: bool = False
) -> CitedFigure:
    return CitedFigure(
        article="a", statement="s", figure=figure(low, high, about=about), speaker=who, stance="asserts", said=day
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (cited(23, None), cited(19, 19, "Olin Rask"), "conflict"),
        (cited(14, None), cited(31, 31, "Olin Rask"), "same"),
        (cited(14, 14), cited(31, 31, "Olin Rask", NEXT), "update"),
        (cited(31, 31), cited(19, 19, "Olin Rask", NEXT), "conflict"),
        (cited(14, None), cited(31, None, "Olin Rask", NEXT), "update"),
        (cited(31, None), cited(14, None, "Olin Rask", NEXT), "same"),
        (cited(14, 14), cited(31, 31), "update"),
        (cited(31, 31), cited(19, 19, day=NEXT), "update"),
        (cited(None, 100), cited(100, None, "Olin Rask"), "same"),
        (cited(80, 80, about=True), cited(86, None, "Olin Rask", NEXT), "same"),
        (cited(80, 80, about=True), cited(89, None, "Olin Rask", NEXT), "update"),
        (cited(24, None, about=True), cited(86, None, "Olin Rask", NEXT), "same"),
        (cited(200, None, about=True), cited(86, 86, "Olin Rask"), "conflict"),
        (cited(14, 14), cited(31, 31, "Olin Rask", None), None),
    ],
)
def test_what_two_figures_say_of_each_other(one: CitedFigure, other: CitedFigure, expected: str | None):
    assert relation(one, other) == relation(other, one) == expected


def test_a_number_that_is_cited_to_be_doubted_is_nobodys_claim():
    assert relation(cited(14, 14), replace(cited(200, 200, "Olin Rask"), stance="disputes")) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Pellin Observatory for Rivers", "Observatory", True),
        ("Pellin Observatory", "the Pellin Observatory", True),
        ("group", "a monitoring group", False),
        ("", "", False),
        ("Ada Brenn", "Olin Rask", False),
    ],
)
def test_one_voice_by_two_names(one: str, other: str, expected: bool):
    assert is_one_voice(one, other) is is_one_voice(other, one) is expected


NUMBERS = st.one_of(st.none(), st.integers(0, 10**9).map(float))
FIGURES = st.builds(figure, NUMBERS, NUMBERS, about=st.booleans()).filter(
    lambda f: f.low is None or f.high is None or f.low <= f.high
)
CITED = st.builds(
    lambda f, who, day: replace(cited(0, 0, who, day), figure=f),
    FIGURES,
    st.sampled_from(["Ada Brenn", "Olin Rask"]),
    st.sampled_from([FIRST, NEXT, None]),
)


@given(CITED, CITED)
def test_a_conflict_is_never_between_ranges_that_meet(one: CitedFigure, other: CitedFigure):
    assert relation(one, other) == relation(other, one)
    if meet(one.figure, other.figure):
        assert relation(one, other) != "conflict"
    assert number_of(one.figure) >= 0


@given(st.lists(CITED, max_size=8))
def test_a_question_keeps_every_figure_in_order_of_time(figures: list[CitedFigure]):
    made = compared(FigureQuestion(question="q", figures=tuple(figures), conflicts=(), why=""))
    assert sorted(map(repr, made.figures)) == sorted(map(repr, figures))
    days = [each.said for each in made.figures if each.said]
    assert days == sorted(days)
    for one, other in made.conflicts:
        assert relation(made.figures[one], made.figures[other]) == "conflict"
    for earlier, later in made.updates:
        assert relation(made.figures[earlier], made.figures[later]) == "update"


def test_what_a_copy_repeats_and_what_is_said_twice_count_once():
    copied = replace(cited(23, 23, "Olin Rask"), copied=True)
    figures = (cited(23, 23), replace(cited(23, 23), article="b"), copied, cited(19, 19, "Tilda Rask"))
    made = compared(FigureQuestion(question="q", figures=figures, conflicts=(), why=""))
    assert len(made.conflicts) == 1
