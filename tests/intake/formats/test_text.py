from __future__ import annotations

import pytest

from onrecord import articles
from onrecord.intake import opened, page_from_bytes
from onrecord.model import Page
from onrecord.settings import Settings

URL = "https://tolburpost.example/ferry"
TITLE = "Ferry to Tolbur runs again"
STORY = "The ferry to Tolbur runs again, its captain said on Monday after a week of storms on the strait."
MORE = "“We will run twice a day from December,” said Ane Brandvik, who owns the line."


def page_of(text: str) -> Page:
    return page_from_bytes(text.encode(), "-", settings=Settings())


@pytest.mark.parametrize(
    "text",
    [
        f"{URL}\n{TITLE}\n\n{STORY}\n\n{MORE}\n",
        f"\ufeffURL: <{URL}>\r\n\r\n{TITLE}\r\n\r\n{STORY}\r\n\r\n{MORE}",
        f"{TITLE}\n\n{STORY}\n\n{MORE}\n\nSource: {URL}\n",
    ],
)
def test_the_address_that_was_pasted_with_a_story_is_its_own(text: str):
    page = page_of(text)
    assert page.url == URL
    article = articles.clean(opened(page))
    assert (article.title, article.url, article.text) == (TITLE, URL, f"{TITLE}\n\n{STORY}\n{MORE}")


@pytest.mark.parametrize(
    "text", [f"{TITLE}\n\n{STORY}\n\nRead on: {URL}", f"{STORY} {URL}\n\n{MORE}", f"{TITLE}\n\n{STORY}\n\n{URL}\n"]
)
def test_any_other_address_is_the_storys_matter(text: str):
    assert page_of(text).url is None
    assert opened(page_of(text)).text == text


def test_marks_of_markdown_and_of_quoted_mails_are_not_the_storys():
    quoted = f"> {TITLE}\n>\n> {STORY}\n>\n> {MORE}\n"
    assert articles.clean(opened(page_of(quoted))).text == f"{TITLE}\n\n{STORY}\n{MORE}"
    marked = articles.clean(opened(page_of(f"# {TITLE}\n\n*By Ole Tan, 31 October 2017*\n\n{STORY}\n\n{MORE}\n")))
    assert (marked.title, marked.byline, str(marked.date.earliest)) == (TITLE, ("Ole Tan",), "2017-10-31")


@pytest.mark.parametrize("text", [f"> {TITLE}\n\n{STORY}\n", f"{TITLE}\n\n* {STORY}*\n", f"#ferry {STORY}"])
def test_what_may_be_the_storys_own_is_left(text: str):
    assert opened(page_of(text)).text == text
