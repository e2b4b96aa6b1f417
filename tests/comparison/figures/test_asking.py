from dataclasses import replace

from onrecord.comparison import asked_for
from onrecord.model import CitedFigure, Figure, FigureQuestion, Span

CITED = CitedFigure(
    article="a", statement="s", figure=Figure(span=Span(0, 1), low=1, high=1, noun="people"), speaker="Ada Brenn",
    stance="asserts", said=None, id="f12345678",
)  # fmt: skip
ONE = FigureQuestion(question="people killed at Khan Sheikhun", figures=(CITED, CITED), conflicts=(), why="", id="q1")
TWO = replace(ONE, question="people hurt at Brovna", figures=(replace(CITED, id="f2"),), id="q2")


def test_words_find_questions_in_any_spelling():
    assert asked_for((ONE, TWO), "sheikhoun killed") == (ONE,)
    assert asked_for((ONE, TWO), "brenn hurt") == (TWO,)
    assert asked_for((ONE, TWO), "nowhere") == ()


def test_an_id_finds_its_question():
    assert asked_for((ONE, TWO), "Q2") == asked_for((ONE, TWO), "f2") == (TWO,)


def test_without_words_those_that_several_figures_answer():
    assert asked_for((ONE, TWO), " ") == (ONE,)


def test_conflicts_come_first():
    odd = replace(ONE, conflicts=((0, 1),), id="q3")
    assert asked_for((ONE, odd), "") == (odd, ONE)
