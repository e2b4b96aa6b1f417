"""The authors that a byline names."""

import pytest

from onrecord.articles.markup.metadata import metadata_of
from onrecord.articles.markup.tree import tree_of
from onrecord.articles.markup.visible import visible_of
from onrecord.articles.naming.bylines import authors_in
from onrecord.articles.naming.titles import headline_in

STORY = "<p>" + "The ferry left the pier again after nine weeks of repairs. " * 20 + "</p>"
HEAD = '<title>Ferry resumes - Harbour Post</title><meta property="og:site_name" content="Harbour Post">'


def authors(body: str, head: str = "", *, before: str = "", after: str = "") -> tuple[str, ...]:
    page = f"<html><head>{HEAD}{head}</head><body>{before}<h1>Ferry resumes</h1>{body}{STORY}{after}</body></html>"
    tree = tree_of(page)
    assert tree is not None
    visible, metadata = visible_of(tree), metadata_of(tree)
    return authors_in(visible, headline_in(visible, metadata), metadata)


@pytest.mark.parametrize(
    "byline",
    [
        "<a rel='author' href='/x'>Ilse Trand</a>",
        "<span itemprop='author'><span itemprop='name'>Ilse Trand</span></span>",
        "<div class='byline'>By Ilse Trand<span>Staff Writer</span></div>",
        "<div class='byline'>By ILSE TRAND | Harbour Post</div>",
        "<p>By Ilse Trand, Monday, 9 May 2031</p>",
        "<p><em>By</em></p><p>Ilse Trand</p>",
        "<p>9 May 2031 - Posted by: Ilse Trand - Coast</p>",
        "<p>By <a href='/staff/ilse'>Ilse Trand</a></p>",
        "<div class='author'><a href='/ilse'>Ilse Trand</a> <a href='/t'>@ilsetrand</a></div>",
        "<footer class='article-author'><span class='author'>Ilse Trand</span> 9 May</footer>",
    ],
)
def test_bylines_as_pages_write_them(byline: str) -> None:
    assert authors(byline) == ("Ilse Trand",)


def test_several_authors_in_elements_of_their_own() -> None:
    body = "<p class='byline'>By <a rel='author'>Ilse Trand</a>, <a rel='author'>Otto Wehl</a> and <a>Ada Brook</a></p>"
    assert authors(body)[:2] == ("Ilse Trand", "Otto Wehl")


def test_handles_between_names_do_not_part_them() -> None:
    body = "<div>By <a>Ilse Trand</a><div>@ilse</div><div>Otto Wehl</div></div>"
    assert authors(body, '<meta name="author" content="Ilse Trand, Otto Wehl">') == ("Ilse Trand", "Otto Wehl")


def test_the_byline_by_the_headline_wins_over_those_of_other_stories() -> None:
    others = "<div class='related'><h3>Nine cats</h3><span class='author'>By Otto Wehl</span></div>"
    body = "<span class='author'>By Ilse Trand</span>"
    assert authors(body, before=others, after=others) == ("Ilse Trand",)


def test_a_stated_name_is_an_author_only_if_it_is_seen() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ilse Trand"}}</script>'
    assert authors("", head) == ()
    assert authors("<div>Ilse Trand</div>", head) == ("Ilse Trand",)


def test_a_stated_name_in_the_story_s_sentences_is_not_seen_as_a_byline() -> None:
    head = '<meta name="author" content="Ilse Trand">'
    assert authors("<p>Yesterday Ilse Trand took the first ferry home.</p>", head) == ()


@pytest.mark.parametrize("nobody", ["Harbour Post", "admin", "Editorial", "View all posts"])
def test_outlets_accounts_and_furniture_are_no_authors(nobody: str) -> None:
    assert authors(f"<a rel='author'>{nobody}</a>") == ()


@pytest.mark.parametrize("desk", ["Reuters", "Coast News Bureau", "Staff Reports"])
def test_an_agency_or_desk_counts_where_it_stands_in_the_byline_s_place(desk: str) -> None:
    assert authors(f"<span class='author' rel='author'>{desk}</span>") == (desk,)


def test_but_not_beside_a_person() -> None:
    assert authors("<div class='byline'>By Ilse Trand, Associated Press</div>") == ("Ilse Trand",)


def test_who_made_the_page_s_template_is_no_author() -> None:
    assert authors("", after="<p>Crafted with <i>love</i> by <a>Otto Wehl</a></p>") == ()


def test_a_person_linked_in_the_story_is_no_author() -> None:
    assert authors("<p>" + "Repairs went on. " * 80 + "<a href='/people/otto'>Otto Wehl</a> said so.</p>") == ()


def test_prose_that_begins_with_by_is_no_byline() -> None:
    assert authors("<p>By Monday the ferry had carried nine hundred people across the bay.</p>") == ()
