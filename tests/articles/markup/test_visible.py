"""What a reader sees of a page."""

import pytest
from tests.effort import growth

from onrecord.articles.markup.tree import tree_of
from onrecord.articles.markup.visible import Visible, visible_of


def seen(body: str) -> Visible:
    tree = tree_of(f"<html><head><title>Not seen</title></head><body>{body}</body></html>")
    assert tree is not None
    return visible_of(tree)


def words(body: str) -> str:
    visible = seen(body)
    return " ".join(visible.pieces(0, len(visible.text)))


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<div style='color: red; display : none'>no</div>",
        "<p hidden>no</p>",
        "<span class='x sr-only'>no</span>",
        "<svg><title>no</title></svg>",
        "<!-- no -->",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(unseen: str) -> None:
    assert words(f"<p>before</p>{unseen}<p>after</p>") == "before after"


def test_a_by_that_only_screen_readers_are_told_counts() -> None:
    assert words("<p><span class='sr-only'>| By </span><b>Ilse Trand</b></p>") == "| By Ilse Trand"


def test_a_page_that_is_hidden_until_its_script_has_run_is_seen() -> None:
    tree = tree_of("<html><body style='display:none'><h1>Ferry resumes</h1></body></html>")
    assert tree is not None
    assert len(visible_of(tree).headings) == 1


def test_a_noscript_that_is_never_closed_does_not_swallow_the_page() -> None:
    assert words("<noscript><p>no</p></noscript>") == ""
    assert words("<noscript><h1>Ferry resumes</h1><p>Story.</p>") == "Ferry resumes Story."


def test_pieces_are_cut_where_elements_meet() -> None:
    visible = seen("<p>By <a>Ilse Trand</a><span>Staff Writer</span></p>")
    assert visible.pieces(0, len(visible.text)) == ("By", "Ilse Trand", "Staff Writer")


def test_but_not_inside_a_word() -> None:
    assert words("<p>Ilse Tran<b>d</b></p>") == "Ilse Trand"


def test_marks_are_where_their_words_are_and_in_order() -> None:
    visible = seen("<div class='byline'>By <a rel='author'>Ilse Trand</a></div><h1>Ferry resumes</h1><h2>Fares</h2>")
    assert [visible.text[m.start : m.end] for m in visible.headings] == ["Ferry resumes", "Fares"]
    assert [m.element.tag for m in visible.bylines] == ["div", "a"]


def test_a_link_to_a_page_of_authors_may_be_a_byline() -> None:
    assert len(seen("<a href='/staff/ilse-trand'>Ilse Trand</a><a href='/news/x'>News</a>").bylines) == 1


def test_what_stands_aside_is_told_apart() -> None:
    visible = seen("<p>" + "word " * 50 + "</p><h2>Fares</h2><div class='related-stories'><h2>Other news</h2></div>")
    assert [mark.aside for mark in visible.headings] == [False, True]


def test_a_wrapper_around_everything_is_no_aside() -> None:
    visible = seen("<div class='with-sidebar'><h1>Ferry resumes</h1><p>" + "word " * 50 + "</p></div>")
    assert [mark.aside for mark in visible.headings] == [False]


@pytest.mark.parametrize(
    "piece", ["<h1>Word one</h1>", "<span class=author>By A B</span>", "<div class=related>x</div>", "<b>a</b>"]
)
def test_work_grows_with_the_page(piece: str) -> None:
    assert growth(seen, piece * 500, piece * 2_000) <= 5
