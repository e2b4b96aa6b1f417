from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from onrecord.counting import compared
from onrecord.exports.figures import terminal
from onrecord.exports.figures.summary import summary

from .builder import ARTICLES, FIGURES, QUESTION


def shown(width: int) -> list[str]:
    out = StringIO()
    Console(file=out, width=width, color_system=None).print(terminal.told(QUESTION, ARTICLES))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_it_is_as_wide_as_the_terminal_and_no_wider(width: int):
    lines = shown(width)
    assert max(map(len, lines)) <= width
    assert any("●" in line for line in lines)


def test_every_mark_is_readable_without_colour():
    text = "\n".join(shown(120))
    assert "○" in text, "a copy"
    assert "×" in text, "a doubted number"
    assert "├──" in text, "a range"
    assert "◂" in text
    assert "▸" in text
    assert "! 20 to 25 (Olin Rask, 2 Apr)  against  31 (The Pellin Observatory, 2 Apr)" in text
    assert "joined by Nadia Orrin" in text


def test_a_narrow_terminal_gets_the_table_in_words():
    text = "\n".join(shown(60))
    assert "low 14, best 14, high – people" in text
    assert "f1" in text


def test_a_conflict_in_one_wording_is_told_once():
    nobodys = replace(FIGURES[3], speaker=None)
    question = compared(replace(QUESTION, figures=(FIGURES[2], nobodys, replace(nobodys, id="f8", article="b"))))
    out = StringIO()
    Console(file=out, width=120, color_system=None).print(terminal.told(question, ARTICLES))
    assert len(question.conflicts) == 2
    assert out.getvalue().count("20 to 25 (Olin Rask, 2 Apr)  against  31") == 1


def test_figures_of_one_story_that_nobody_is_named_for_are_one_voice():
    own = replace(FIGURES[0], speaker=None)
    assert "2 figures · 1 voice" in summary(replace(QUESTION, figures=(own, replace(own, id="f9"))))
