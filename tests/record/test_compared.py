from __future__ import annotations

from typing import Any

from onrecord.model import (
    CitedFigure,
    Comparison,
    Copy,
    Figure,
    FigureQuestion,
    Lineage,
    LineageStep,
    Origin,
    Passage,
    Span,
)
from onrecord.record import Store

STEP = LineageStep(step="moved", article="a", statement="s", value=None, earliest=None, latest=None, why="later")
CITED = CitedFigure(
    article="a",
    statement="s",
    figure=Figure(span=Span(1, 2), low=3, high=None),
    speaker=None,
    stance="reports",
    said=None,
)
WHOLE = Comparison(
    copies=(
        Copy(
            copy="b", original="a", containment=0.5, passages=(Passage(copied=Span(0, 1), source=Span(2, 3)),), why=""
        ),
    ),
    origins=(
        Origin(name="z", article=None, articles=("a", "b"), why="credit"),
        Origin(name="y", article="a", articles=(), why=""),
    ),
    lineages=(Lineage(event="the \ud800 forum", steps=(STEP,)),),
    questions=(FigureQuestion(question="hurt in Brovna", figures=(CITED,), conflicts=((0, 0),), why=""),),
)


def test_a_comparison_comes_back_in_its_order(store: Store) -> None:
    store.put_comparison(WHOLE)
    kept = store.comparison()
    assert (kept.copies, kept.origins, kept.questions) == (WHOLE.copies, WHOLE.origins, WHOLE.questions)
    assert kept.lineages == (Lineage(event="the \ufffd forum", steps=(STEP,)),)


def test_a_new_comparison_takes_the_place_of_the_old_one(store: Store) -> None:
    store.put_comparison(WHOLE)
    store.put_comparison(Comparison(origins=WHOLE.origins[:1]))
    assert store.comparison() == Comparison(origins=WHOLE.origins[:1])


def test_there_is_nothing_before_the_first_one(store: Store) -> None:
    assert store.comparison() == Comparison()


def test_the_state_counts_on_with_each_change_until_it_is_compared(store: Store, story: Any, add: Any) -> None:
    assert store.state() == (0, True)
    add(story.article("forum", "Opens."))
    assert store.state() == (1, False)
    store.put_comparison(Comparison(), state=1)
    assert store.state() == (1, True)
    add(story.article("forum", "Opens."))
    assert store.state() == (1, True), "nothing new came"
    store.decide("fix date", "a-forum", "2031", who="N.")
    assert store.state() == (2, False)


def test_a_comparison_of_an_older_state_never_takes_the_place_of_a_newer_one(
    store: Store, story: Any, add: Any
) -> None:
    add(story.article("forum", "Opens."))
    assert store.put_comparison(WHOLE)
    assert not store.put_comparison(Comparison(), state=0)
    assert store.comparison().origins == WHOLE.origins
