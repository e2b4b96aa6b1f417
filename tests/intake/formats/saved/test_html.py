from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.intake import Known, opened, page_from_bytes, pages_in
from onrecord.model import Page
from onrecord.settings import Settings

URL = "https://tolburpost.example/ferry?id=1&b=2"
BODY = "<title>Ferry</title><h1>Ferry runs again</h1><p>The ferry runs again, its captain said on Monday.</p>"
SINGLE_FILE = f"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile{" "}
 url: {URL}{" "}
 saved date: Tue Oct 31 2017 10:12:00 GMT+0300 (Moscow Standard Time)
--><meta charset=utf-8>{BODY}"""
COMPLETE = (
    f"<!DOCTYPE html>\r\n<!-- saved from url=({len(URL):04})%s -->\r\n<html><head></head><body>{BODY}</body></html>"
)
SAVE_PAGE = f"""<html><head><meta name="savepage-url" content="{URL}">
<meta name="savepage-date" content="Tue Oct 31 2017 10:12:00 GMT+0300 (x)"></head><body>{BODY}</body></html>"""
AT = datetime(2017, 10, 31, 7, 12, tzinfo=UTC)


def page_of(text: str) -> Page:
    return page_from_bytes(text.encode(), "p", settings=Settings())


@pytest.mark.parametrize(("text", "at"), [(SINGLE_FILE, AT), (COMPLETE % URL, None), (SAVE_PAGE, AT)])
def test_where_a_page_was_saved_from_and_when(text: str, at: datetime | None):
    page = page_of(text)
    assert (page.format, page.url, page.captured_at) == ("saved html", URL, at)
    assert opened(page).format == "html"
    assert opened(page).data == text.encode()


@pytest.mark.parametrize(
    "text",
    [
        SINGLE_FILE.replace(URL, "file:///home/ane/ferry.html"),
        SINGLE_FILE.replace(URL, "javascript:alert(1)"),
        COMPLETE % "about:internet",
        SAVE_PAGE.replace(URL, "x" * 10_000),
    ],
)
def test_what_is_no_web_address_is_none(text: str):
    assert page_of(text).url is None


@pytest.mark.parametrize(
    "date", ["Tue Oct 31 2999 10:12:00 GMT+0300", "Tue Oct 99 2017 10:12:00 GMT+0300", "yesterday", ""]
)
def test_a_day_to_come_or_none_at_all_is_no_day(date: str):
    assert page_of(SINGLE_FILE.replace("Tue Oct 31 2017 10:12:00 GMT+0300", date)).captured_at is None


def test_where_it_was_fetched_from_outranks_what_it_says():
    known = Known(url="https://other.example/1", captured_at=datetime(2020, 1, 1, tzinfo=UTC))
    (page,) = pages_in(SINGLE_FILE.encode(), "p", settings=Settings(), known=known)
    assert isinstance(page, Page)
    assert (page.url, page.captured_at) == (known.url, known.captured_at)


def test_a_story_about_such_pages_is_none():
    assert page_of("<html><body><p>Look for &lt;!-- saved from url= in it.</p></body></html>").format == "html"
