from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, sync_playwright

from onrecord.exports.figures.page import rendered

from .builder import ARTICLES, QUESTION


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as player:
        made = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


def test_the_table_stands_beside_the_plot():
    page = html.document_fromstring(rendered([QUESTION], ARTICLES))
    assert len(page.findall(".//svg")) == 1
    assert len(page.findall(".//tbody/tr")) == 7
    assert page.find(".//tr[@id='f3']//a[@href='#f4']") is not None


def test_a_link_leads_to_the_web_or_nowhere():
    page = html.document_fromstring(rendered([QUESTION], ARTICLES))
    links = {link.get("href") for link in page.iter("a") if not (link.get("href") or "").startswith("#")}
    assert links == {"https://pellin.example/a?x=1&y=<2>"}
    assert "<b>" not in rendered([QUESTION], ARTICLES)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_nothing_hangs_over_a_narrow_page(browser: Browser, scheme: str):
    context = browser.new_context(viewport={"width": 420, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_content(rendered([QUESTION], ARTICLES))
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    context.close()
