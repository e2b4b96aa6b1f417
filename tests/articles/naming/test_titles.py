"""The headline as a reader sees it."""

import pytest

from onrecord.articles.markup.metadata import metadata_of
from onrecord.articles.markup.tree import tree_of
from onrecord.articles.markup.visible import visible_of
from onrecord.articles.naming.outlets import outlet_names
from onrecord.articles.naming.titles import headline_in, without_outlet

STORY = "<p>" + "The ferry left the pier again after nine weeks of repairs. " * 5 + "</p>"


def title(head: str, body: str) -> str:
    tree = tree_of(f"<html><head>{head}</head><body>{body}{STORY}</body></html>")
    assert tree is not None
    return headline_in(visible_of(tree), metadata_of(tree)).text


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def test_the_heading_wins_over_what_the_head_says() -> None:
    assert title(og("Ferry is back, at last"), "<h1>Ferry to Ostmark resumes</h1>") == "Ferry to Ostmark resumes"


def test_a_site_s_name_as_h1_does_not() -> None:
    head = site("Harbour Post") + og("Ferry to Ostmark resumes")
    assert title(head, "<h1>Harbour Post</h1><h2>Ferry to Ostmark resumes</h2>") == "Ferry to Ostmark resumes"


def test_nor_does_a_logo_that_leads_home() -> None:
    head = "<title>Ferry to Ostmark resumes - Harbour Post</title>"
    assert title(head, "<h1><a href='/'>Hafenpost</a></h1><dt>Ferry to Ostmark resumes</dt>") == (
        "Ferry to Ostmark resumes"
    )


def test_nor_another_story_s_heading_above_it() -> None:
    body = "<h1 class='headline'>Nine cats in one tree</h1><h2 class='headline'>Ferry to Ostmark resumes</h2>"
    assert title(og("Ferry to Ostmark resumes - Harbour Post"), body) == "Ferry to Ostmark resumes"


def test_a_kicker_in_an_element_of_its_own_is_left_out() -> None:
    body = "<h1><span>Coast</span> <span>Ferry to Ostmark resumes</span></h1>"
    assert title(og("Ferry to Ostmark resumes"), body) == "Ferry to Ostmark resumes"


def test_so_is_one_that_its_class_gives_away() -> None:
    body = "<h1><span class='article-kicker'>Nine weeks without</span> Ferry resumes</h1>"
    assert title(og("Nine weeks without: Ferry resumes"), body) == "Ferry resumes"


def test_a_label_that_belongs_to_the_headline_stays() -> None:
    assert title(og("Column: Ferry resumes"), "<h1>Column: Ferry resumes</h1>") == "Column: Ferry resumes"


def test_a_headline_that_was_cut_off_is_made_whole() -> None:
    body = "<h1>Ferry to Ostmark resumes after nine …</h1>"
    assert title(og("Ferry to Ostmark resumes after nine weeks"), body) == "Ferry to Ostmark resumes after nine weeks"


def test_one_that_ends_so_by_itself_is_not() -> None:
    head = "<title>Ferry resumes… | Nine weeks without</title>"
    assert title(head, "<h1>Ferry resumes…</h1>") == "Ferry resumes…"


def test_words_broken_by_elements_stay_whole() -> None:
    assert title(og("Ferry resumes"), "<h1>Fer<i>r</i>y\n resumes</h1>") == "Ferry resumes"


@pytest.mark.parametrize(
    "written",
    [
        "Ferry to Ostmark resumes - The Harbour Post",
        "Ferry to Ostmark resumes | News | harbourpost.example",
        "The Harbour Post: Ferry to Ostmark resumes",
        "Harbour Post » Ferry to Ostmark resumes",
        "Opinion | Ferry to Ostmark resumes — Harbour Post",
        "Ferry to Ostmark resumes : HarbourPost",
        "Ferry to Ostmark resumes – Harbour Post Sport",
    ],
)
def test_without_a_heading_the_outlet_and_rubrics_are_cut_from_the_title(written: str) -> None:
    head = f"<title>{written}</title><link rel='canonical' href='https://www.harbourpost.example/1'>"
    assert title(head + site("The Harbour Post"), "") == "Ferry to Ostmark resumes"


@pytest.mark.parametrize("kept", ["Harbour Post Prize - who won", "Score 3 - 1", "Nord-Ost", "A – B", "« Enfin »"])
def test_titles_that_only_look_as_if_they_had_parts_are_kept(kept: str) -> None:
    assert title(f"<title>{kept}</title>" + site("Coast Daily"), "") == kept


def test_the_outlet_alone_is_never_the_headline() -> None:
    head = "<title>The Harbour Post</title>" + site("Harbour Post")
    assert title(head, "<h1>The Harbour Post</h1>") == ""


def test_a_page_that_says_nothing_has_none() -> None:
    assert title("", "") == ""


def test_the_place_of_the_headline_is_where_it_ends() -> None:
    tree = tree_of(f"<html><body><p>9 May</p><h1>Ferry resumes</h1>{STORY}</body></html>")
    assert tree is not None
    visible = visible_of(tree)
    headline = headline_in(visible, metadata_of(tree))
    assert visible.text[: headline.end].endswith("Ferry resumes")


def test_an_empty_title_has_no_core() -> None:
    tree = tree_of("<p>x")
    assert tree is not None
    assert without_outlet("", outlet_names(metadata_of(tree))) == ""
