from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.figures.lines import scale_of, voices
from onrecord.exports.figures.summary import summary
from onrecord.model import FigureQuestion

from .builder import ARTICLES, FIGURES, QUESTION


def asking(*ends: tuple[float | None, float | None]) -> FigureQuestion:
    figures = tuple(replace(FIGURES[0], figure=replace(FIGURES[0].figure, low=low, high=high)) for low, high in ends)
    return FigureQuestion(question="q", figures=figures, conflicts=(), why="")


def test_lines_stand_under_who_gave_them():
    found = {voice.name: voice.lines for voice in voices(QUESTION, ARTICLES)}
    assert [line.copied for line in found["Ada <Brenn>"]] == [False, True]
    assert found["Tilda Rask"][0].disputed
    assert found["Olin Rask"][0].in_conflict
    assert not found["Ada <Brenn>"][0].in_conflict
    assert found["The Pellin Post"][0].label == "dozens"


def test_two_names_of_one_source_are_one_voice():
    short = replace(FIGURES[3], speaker="Observatory", id="f9")
    question = replace(QUESTION, figures=(FIGURES[3], short), conflicts=(), updates=())
    assert [voice.name for voice in voices(question, ARTICLES)] == ["The Pellin Observatory"]


NUMBER = st.one_of(st.integers(-(10**6), 10**15), st.floats(0, 1e15, allow_nan=False)).map(float)


@given(st.lists(st.tuples(NUMBER, NUMBER).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=6))
def test_a_scale_holds_every_number(ends: list[tuple[float, float]]):
    scale = scale_of(asking(*ends))
    assert len(scale.ticks) < 40
    for low, high in ends:
        assert 0 <= scale.at(low) <= scale.at(high) <= 1


@pytest.mark.parametrize(
    ("ends", "logarithmic"),
    [(((14, 31),), False), (((1e-9, 0.06),), False), (((3, 3), (320_000, None)), True), (((0, 0),), False)],
)
def test_numbers_far_apart_are_drawn_by_their_powers(ends: tuple[tuple[float, float], ...], logarithmic: bool):
    assert scale_of(asking(*ends)).logarithmic is logarithmic


def test_a_question_in_one_line():
    assert summary(QUESTION) == "7 figures · 6 voices · 1 in copies · 1 pair in conflict · 2 updates"
    assert summary(asking((1, 1))) == "1 figure · 1 voice · no conflict"
