from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.counting import compared
from onrecord.errors import NotInRecord, UsageError
from onrecord.model import CitedFigure, Comparison, Figure, FigureQuestion, Span
from onrecord.record import Store

N = "Nadia Orrin"


def cited(id: str, count: float, who: str, unit: str | None = None) -> CitedFigure:
    return CitedFigure(
        article="a", statement="s", figure=Figure(span=Span(0, 2), low=count, high=count, noun="people", unit=unit),
        speaker=who, stance="asserts", said=date(2031, 4, 1), id=id,
    )  # fmt: skip


def question(id: str, called: str, *figures: CitedFigure) -> FigureQuestion:
    return compared(FigureQuestion(id=id, question=called, figures=figures, conflicts=(), why="all count people"))


MARKET = question("q1", "people killed at the market", cited("f1", 14, "Ada Brenn"), cited("f2", 14, "Olin Rask"))
SQUARE = question("q2", "people killed on the square", cited("f3", 31, "Tilda Rask"))
PRICE = question("q3", "USD for a roof", cited("f4", 9, "Ada Brenn", unit="USD"))
FOUND = Comparison(questions=(MARKET, SQUARE, PRICE))


@pytest.fixture
def compared_store(store: Store) -> Store:
    store.put_comparison(FOUND)
    return store


def groups(store: Store) -> list[list[str]]:
    return sorted(sorted(cited.id for cited in question.figures) for question in store.comparison().questions)


@pytest.mark.parametrize(("one", "other"), [("q1", "q2"), ("f1", "f3"), ("q1", "f3")])
def test_joined_questions_are_compared_as_one(compared_store: Store, one: str, other: str):
    decided = compared_store.decide("join figures", one, other, who=N, note="one square")
    assert decided.before == "people killed at the market (2 figures)"
    assert groups(compared_store) == [["f1", "f2", "f3"], ["f4"]]
    joined = next(q for q in compared_store.comparison().questions if len(q.figures) == 3)
    assert len(joined.conflicts) == 2
    assert "joined by Nadia Orrin" in joined.decided[0]
    assert "one square" in joined.decided[0]


def test_a_join_outlives_a_new_comparison_and_is_undone(compared_store: Store):
    compared_store.decide("join figures", "q1", "q2", who=N, note="")
    grown = replace(MARKET, id="q9", figures=(*MARKET.figures, cited("f5", 15, "Bram Holt")))
    compared_store.put_comparison(replace(FOUND, questions=(grown, SQUARE, PRICE)))
    assert groups(compared_store) == [["f1", "f2", "f3", "f5"], ["f4"]]
    compared_store.undo(who=N)
    assert groups(compared_store) == [["f1", "f2", "f5"], ["f3"], ["f4"]]
    compared_store.redo(who=N)
    assert groups(compared_store) == [["f1", "f2", "f3", "f5"], ["f4"]]


def test_a_figure_is_split_off_and_joined_again(compared_store: Store):
    compared_store.decide("split figures", "q1", "f2", who=N, note="")
    assert groups(compared_store) == [["f1"], ["f2"], ["f3"], ["f4"]]
    assert len({question.id for question in compared_store.comparison().questions}) == 4
    compared_store.decide("join figures", "f1", "f2", who=N, note="")
    assert groups(compared_store) == [["f1", "f2"], ["f3"], ["f4"]]
    assert [d.words for d in compared_store.history()] == [
        "took f2 out of the question of f1",
        "joined the questions of f1 and f2",
    ]


@pytest.mark.parametrize(
    ("verb", "target", "after", "error", "says"),
    [
        ("join figures", "q1", "q7", NotInRecord, "no question or figure"),
        ("join figures", "q1", "f2", UsageError, "one question already"),
        ("join figures", "q1", "q3", UsageError, "different units"),
        ("split figures", "q1", "f3", UsageError, "no figure of q1"),
        ("split figures", "q2", "f3", UsageError, "alone"),
        ("split figures", "q7", "f3", NotInRecord, "no question or figure"),
        ("split figures", "q1", "f7", NotInRecord, "no question or figure"),
    ],
)
def test_what_makes_no_sense_is_refused(
    compared_store: Store, verb: str, target: str, after: str, error: type[Exception], says: str
):
    with pytest.raises(error, match=says):
        compared_store.decide(verb, target, after, who=N, note="")
    assert compared_store.history() == ()


def test_a_decision_whose_figures_are_gone_changes_nothing(compared_store: Store):
    compared_store.decide("join figures", "q1", "q2", who=N, note="")
    compared_store.put_comparison(Comparison(questions=(PRICE,)))
    assert groups(compared_store) == [["f4"]]
    told: Any = compared_store.history("f1")
    assert len(told) == 1
