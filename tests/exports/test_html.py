"""The HTML report in a real browser: the words are whole, marked and linked; nothing of a page can run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.exports import html
from onrecord.model import Moment, Move

from .builder import BODY, READING, TITLE


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as player:
        made = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page()
    made.set_content(html.render([READING]))
    yield made
    made.close()


def words_of(made: str) -> list[str]:
    tree = lxml.html.fromstring(made)
    found = []
    for row in tree.xpath("//*[contains(concat(' ', @class, ' '), ' words ')]"):
        for number in row.xpath(".//a[@class='number']"):
            number.drop_tree()
        found.append(row.text_content())
    return found


def test_every_word_of_the_story_stands_there_once_and_in_order():
    assert words_of(html.render([READING])) == [TITLE, *BODY]


def test_what_a_page_says_is_never_markup():
    made = html.render([READING])
    tree = lxml.html.fromstring(made)
    assert tree.xpath("//script") == []
    assert tree.xpath("//h1//b") == []
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []


def test_nothing_is_fetched_and_no_script_runs(browser: Browser):
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.set_content(html.render([READING]))
    assert asked == []
    page.close()


@pytest.mark.browser
def test_marks_are_where_the_spans_are(page: Page):
    assert page.locator(".words mark.expectation").all_inner_texts() == [
        "The wall", "will stand ", "by October 31", " ", "[next year]", "him ", "40 barges", " ", "kept for the wall",
    ]  # fmt: skip
    assert page.locator(".words mark.insertion").all_inner_texts() == ["[next year]"]
    assert "Mayor Tilda Rask" in page.locator("p.words .source").all_inner_texts()


@pytest.mark.browser
def test_the_number_in_the_text_leads_to_the_card_and_back(page: Page):
    page.locator("p.words a.number").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#ca1-1")
    page.locator("#ca1-1 a.number").click()
    assert page.url.endswith("#wa1-1")


@pytest.mark.browser
def test_cards_tell_what_is_known_and_what_is_not(page: Page):
    cards = page.locator(".card").all_inner_texts()
    assert "Tilda Rask" in cards[0]
    assert "NORDA ← VELT" in cards[0]
    assert "“on Monday”, no day until the story has a date" in cards[0]
    assert "a harbour source (not named)" in cards[1]
    assert "not known: Tilda Rask or Ole Rask?" in cards[2]
    assert "restates statement 1" in cards[2]
    assert "reported in statement 2" in cards[2]
    assert "at least 40 barges" in cards[2]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, scheme: str, width: int):
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]  # a scheme by its name
    page.set_content(html.render([READING, replace(READING, statements=())]))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_story_without_statements_says_so():
    assert "No statement was found" in html.render([replace(READING, statements=())])


def test_a_foreign_story_says_why_it_has_none():
    article = replace(READING.article, language="fr")
    assert "not in English" in html.render([replace(READING, article=article, statements=())])


def test_what_moved_stands_beside_the_window_it_is_of():
    day = Moment(earliest=date(2031, 10, 31), latest=date(2031, 10, 31))
    move = Move(
        statement="s1",
        at=datetime(2031, 3, 1, tzinfo=UTC),
        why="Fixed by <N.>",
        said_before=None,
        said_after=None,
        due_after=day,
    )
    made = html.render([READING], {READING.article.id: html.Past(moves=[move])})
    assert made.count("due from no day. Fixed by &lt;N.&gt;") == 1
    assert "due from no day" not in html.render([READING], {"another": html.Past(moves=[move])})
