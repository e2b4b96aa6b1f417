"""What articles say together, as a terminal shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.exports import together
from onrecord.model import CitedFigure, Copy, Figure, FigureQuestion, Lineage, LineageStep, Origin, Span

from .builder import ARTICLE, ENTRIES
from .test_text import printed

WALL = replace(ARTICLE, title="Wall done")
ARTICLES = {"a1": WALL, "a2": replace(WALL, id="a2", title="", text="The river wall stands at last", outlet=None)}


def cited(low: float, speaker: str | None = None, said: date | None = None) -> CitedFigure:
    figure = Figure(span=Span(0, 1), low=low, high=low, noun="barges")
    return CitedFigure(article="a1", statement="s1", figure=figure, speaker=speaker, stance="asserts", said=said)


def step(kind: Any, day: date | None) -> LineageStep:
    return LineageStep(step=kind, article="a1", statement="s1", value=None, earliest=day, latest=day, why="")


def test_an_event_is_told_step_by_step():
    moved = Lineage(
        event="wall", steps=(step("set", date(2031, 5, 3)), step("moved", date(2031, 6, 4)), step("cancelled", None))
    )
    lines = printed(together.lineage(moved, {"s1": ENTRIES[0]}.__getitem__)).splitlines()
    assert lines[0] == "wall"
    assert [line.strip().split("Tilda")[0].strip(" –") for line in lines if "Tilda Rask, in" in line] == [
        "set for 3 May 2031",
        "moved to 4 Jun 2031",
        "cancelled",
    ]


def test_an_origin_of_one_article_alone_is_left_out():
    several = Origin(name="NORDA", article="a1", articles=("a1", "a2"), why="copied: later")
    alone = Origin(name="The Pellin Post", article="a1", articles=("a1",), why="nothing here that it copies")
    assert [line.strip() for line in printed(together.origins([several, alone], ARTICLES)).splitlines()] == [
        "NORDA  2 articles, one origin",
        "“Wall done” (The Pellin Post)",
        "“The river wall stands at last …”",
        "copied: later",
    ]


def test_a_copy_names_both_and_how_much():
    found = Copy(copy="a2", original="a1", containment=0.874, passages=(), why="it credits NORDA")
    shown = printed(together.copies([found], ARTICLES))
    names = "“The river wall stands at last …” 87% from “Wall done” (The Pellin Post)"
    assert " ".join(shown.split()) == f"{names} it credits NORDA"


@pytest.mark.parametrize(
    ("conflicts", "says"), [(((0, 1),), "in conflict: 40 barges and 60 barges"), ((), "no conflict")]
)
def test_a_question_shows_each_figure_and_whether_they_conflict(conflicts: tuple[tuple[int, int], ...], says: str):
    figures = (cited(40, "Tilda Rask", date(2031, 5, 3)), cited(60))
    asked = FigureQuestion(question="How many barges?", figures=figures, conflicts=conflicts, why="")
    first, one, other, note = (
        " ".join(line.split()) for line in printed(together.question(asked, ARTICLES)).splitlines()
    )
    assert (first, note) == ("How many barges?", says)
    assert one == "40 barges Tilda Rask asserts 3 May 2031, “Wall done” (The Pellin Post)"
    assert other == "60 barges speaker not known asserts day not known, “Wall done” (The Pellin Post)"
