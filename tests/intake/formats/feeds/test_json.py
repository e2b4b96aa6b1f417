from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError
from onrecord.intake import Link, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page, Stated
from onrecord.settings import Settings

STORY = "<p>The ferry to Tolbur runs again, its captain said on Monday, and nobody disagreed with him.</p>" * 12
HEAD = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Tolbur",
    "home_page_url": "https://tolbur.example",
}


def found(*items: Any, **feed: Any) -> list[Item]:
    data = json.dumps({**HEAD, **feed, "items": list(items)}).encode()
    return list(pages_in(data, "feed", settings=Settings()))


def test_pages_and_links_with_what_is_stated():
    said = {"title": "Ferry", "date_published": "2017-10-31T00:30:00+03:00", "authors": [{"name": "Ole Brandvik"}]}
    page, link = found(
        {"id": "1", "url": "/1", "content_html": STORY, **said},
        {"id": "https://tolbur.example/2", "content_text": "Short.", "date_modified": "2017-11-01", **said},
        language="en",
    )
    assert isinstance(page, Page)
    assert (page.text, page.url, page.format) == (STORY, "https://tolbur.example/1", "html")
    assert page.stated == Stated(
        title="Ferry",
        byline=("Ole Brandvik",),
        outlet="Tolbur",
        published="2017-10-31T00:30:00+03:00",
        language="en",
    )
    assert isinstance(link, Link)
    assert (link.url, link.changed, link.byline) == ("https://tolbur.example/2", "2017-11-01", ("Ole Brandvik",))


def test_plain_text_is_a_page_of_plain_text():
    (page,) = found({"id": "1", "content_text": "Ferry runs <again>. " * 60})
    assert isinstance(page, Page)
    assert (page.format, page.url) == ("text", None)


def test_odd_members_are_told_or_passed_over():
    items = found({"id": 7, "url": ["x"], "title": {}, "authors": "me"}, "x", None, {"url": "https://a.example/1"})
    assert [type(item) for item in items] == [PageEmpty, PageDamaged, PageDamaged, Link]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (json.dumps({**HEAD, "items": []}), "nothing in it"),
        (json.dumps(HEAD), "without a list"),
        (json.dumps({**HEAD, "items": [1]})[:-5], "broken or cut short"),
        (json.dumps(HEAD)[:-1] + ', "items": ' + "[" * 200_000, "nested too deep"),
    ],
)
def test_what_is_no_feed_in_the_end_is_told(data: str, says: str):
    (error,) = pages_in(data.encode(), "feed", settings=Settings())
    assert isinstance(error, PageError)
    assert says in str(error)


@tries(deadline=None)  # other processes may keep it waiting
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda each: (
            st.lists(each)
            | st.dictionaries(
                st.sampled_from(
                    ["id", "url", "title", "content_html", "content_text", "authors", "name", "date_published"]
                ),
                each,
            )
        ),
    )
)
def test_any_value_for_an_item_ends_in_a_page_a_link_or_an_error(item: Any):
    (one,) = found(item)
    assert isinstance(one, Page | Link | PageError)
