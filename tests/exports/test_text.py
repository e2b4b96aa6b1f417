"""What a terminal shows, as plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from onrecord.exports import text
from onrecord.model import Entry, Span, StoryDate

from .builder import ARTICLE, ENTRIES, READING, TEXT, TITLE, WALL


def printed(what: RenderableType) -> str:
    console = Console(width=200, force_terminal=False)
    with console.capture() as capture:
        console.print(what)
    return capture.get()


def test_a_reading_shows_its_article_its_rival_dates_its_statements_and_its_chrome():
    shown = printed(text.reading(READING))
    lines = [line.strip() for line in shown.splitlines()]
    assert lines[0] == TITLE
    assert lines[1] == "The Pellin Post · by Ada Brenn · credits NORDA · language en · 3 statements"
    assert [line.split()[:2] for line in lines if "“16 July”" in line or "“17 July 2031”" in line] == [
        ["XXXX-07-16", "elsewhere"],
        ["2031-07-17", "elsewhere"],
    ]
    assert [line for line in lines if line[:1].isdigit() and line[1:3] == "  "] == [
        "1  Tilda Rask, Mayor",
        "2  a harbour source (not named)",
        "3  not known: Tilda Rask or Ole Rask?",
    ]
    assert "Home | <News>  menu" in shown


def test_a_restatement_and_a_nested_one_name_their_numbers():
    shown = printed(text.reading(READING))
    assert "restates 1, which counts" in shown
    assert "reported in 2" in shown


@pytest.mark.parametrize(("language", "says"), [("en", "No statement was found."), ("fr", "the text is in 'fr'")])
def test_no_statement_is_said_and_why(language: str, says: str):
    bare = replace(READING, article=replace(ARTICLE, language=language), statements=())
    assert says in printed(text.reading(bare))


def test_an_entry_names_its_speaker_words_and_article():
    shown = printed(text.entry(ENTRIES[0]))
    assert shown.startswith("Tilda Rask")
    assert f"\n  {ENTRIES[0].words}\n" in shown
    assert f"in {TITLE} · The Pellin Post · date disputed" in shown


def test_long_words_are_cut_in_a_list_and_whole_alone():
    snippet = "stone " * 200 + "the last word"
    long = replace(ENTRIES[0], snippet=snippet)
    assert "the last word" in " ".join(printed(text.entry(long)).split())
    listed = " ".join(printed(text.entries([long])).split())
    assert "the last word" not in listed
    assert "…" in listed


def test_due_shows_nothing_where_nothing_is_due_and_says_when_days_are_missing():
    assert printed(text.due([], "Next")).strip() == ""
    shown = printed(text.due([ENTRIES[0]], "Next"))
    assert shown.startswith("Next")
    assert "no days until the story has a date  Tilda Rask" in shown


def test_markup_in_a_page_is_shown_as_it_stands():
    page = replace(ARTICLE, title="[red]Wall[/red]", date=StoryDate(status="unknown"))
    assert "[red]Wall[/red]" in printed(text.entry(Entry(article=page, statement=WALL)))


def test_a_figure_that_is_a_part_names_its_whole():
    counted = next(each for each in READING.statements if each.figures)
    whole = Span(TEXT.index("Mayor"), TEXT.index("Mayor") + len("Mayor"))
    part = replace(counted, figures=(replace(counted.figures[0], part_of=whole),))
    assert "(part of “Mayor”)" in printed(text.reading(replace(READING, statements=(part,))))
