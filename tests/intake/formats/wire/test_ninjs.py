from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from tests.intake.formats.wire.conftest import HTML, PARAGRAPHS, TEXT, Told

from onrecord.errors import PageDamaged, PageError, PageHasNoArticle, PageHeldBack, PageWithdrawn
from onrecord.intake import opened, pages_in
from onrecord.model import Article, Page
from onrecord.settings import Settings

V1 = {
    "uri": "https://skarn.example/news/20170505-ferry",
    "type": "text",
    "mimetype": "text/plain",
    "representationtype": "complete",
    "version": "2",
    "firstcreated": "2017-05-05T21:30:00+03:00",
    "versioncreated": "2017-05-06T08:00:00+03:00",
    "pubstatus": "usable",
    "urgency": 4,
    "copyrightholder": "Skarn News Agency",
    "usageterms": "Not for use in Fenn.",
    "language": "en",
    "byline": "By Ole Brandvik",
    "located": "Tolbur",
    "headline": "Ferry runs again",
    "infosource": [{"name": "Tolbur Press Office", "rel": "isrelatedto"}, {"name": "Skarn News Agency"}],
    "associations": {"featured": {"uri": "https://skarn.example/p/1", "type": "picture", "headline": "A pier"}},
    "body_text": TEXT,
    "body_html": HTML,
}
V3 = {
    "uri": "urn:newsml:skarn.example:20170505:ferry",
    "standard": {"name": "ninjs", "version": "3.0", "schema": "https://skarn.example/schema"},
    "firstCreated": "2017-05-05T21:30:00+03:00",
    "versionCreated": "2017-05-05T21:30:00+03:00",
    "pubStatus": "usable",
    "copyrightHolder": "Skarn News Agency",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry runs again"}],
    "bylines": [{"name": "Ole Brandvik"}, {"name": "Mia Fjeld"}],
    "infoSources": [{"name": "Tolbur Press Office", "role": "source"}],
    "bodies": [
        {"role": "caption", "contentType": "text/html", "value": "<p>A pier.</p>"},
        {"role": "nitf", "contentType": "application/nitf+xml", "value": "<nitf/>"},
        {"role": "main", "contentType": "text/plain", "value": TEXT},
        {
            "role": "main",
            "contentType": "text/html",
            "value": f"<html><body><h1>Ferry runs again</h1>{HTML}</body></html>",
        },
    ],
    "associations": [{"name": "featured", "uri": "https://skarn.example/p/1", "type": "picture"}],
}


@pytest.mark.parametrize(
    ("item", "byline"),
    [
        (V1, ("Ole Brandvik",)),
        ({**V1, "body_html": None, "body_xhtml": HTML}, ("Ole Brandvik",)),
        ({**V1, "body_html": ""}, ("Ole Brandvik",)),
        (V3, ("Ole Brandvik", "Mia Fjeld")),
        ({**V3, "bodies": V3["bodies"][:3]}, ("Ole Brandvik", "Mia Fjeld")),  # type: ignore[index]  # a list
        ({**V3, "bylines": None, "by": "By Ole Brandvik"}, ("Ole Brandvik",)),
    ],
)
def test_a_story_of_each_version(told: Told, item: dict[str, Any], byline: tuple[str, ...]):
    (article,) = told(json.dumps(item))
    assert isinstance(article, Article)
    assert article.text == "Ferry runs again\n\n" + "\n".join(PARAGRAPHS)
    assert (article.outlet, article.byline) == ("Skarn News Agency", byline)
    assert article.credits == ("Tolbur Press Office",)
    assert article.date.earliest == date(2017, 5, 5)
    assert article.url == (V1["uri"] if item["uri"] == V1["uri"] else None)


def test_the_page_is_the_item_as_it_arrived_and_is_opened_only_later():
    data = json.dumps(V1, indent=3).encode()
    (page,) = pages_in(data, "x", settings=Settings())
    assert isinstance(page, Page)
    assert (page.data, page.format) == (data, "ninjs")
    assert opened(page).format == "html"


@pytest.mark.parametrize("shape", ["[{}, {}]", '{{"items": [{}, {}]}}', '{{"_items":[{},{}]}}'])
def test_each_item_of_a_list_is_a_page(told: Told, shape: str):
    one, other = told(shape.format(json.dumps(V1), json.dumps(V3)))
    assert isinstance(one, Article)
    assert isinstance(other, Article)


def test_what_is_held_back_in_a_list_is_named_by_its_own_identity(told: Told):
    article, error, odd = told(json.dumps([V1, {**V3, "pubStatus": "withheld"}, 7]))
    assert isinstance(article, Article)
    assert isinstance(error, PageHeldBack)
    assert "wire, urn:newsml:skarn.example:20170505:ferry" in str(error)
    assert isinstance(odd, PageError)
    assert "item 3" in str(odd)


def test_a_list_that_is_cut_short_is_told(told: Told):
    (error,) = told(f"[{json.dumps(V1)}, {json.dumps(V3)[:-40]}")
    assert isinstance(error, PageDamaged)


# ── what is held back ────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("members", "kind", "says"),
    [
        ({"pubstatus": "withheld"}, PageHeldBack, "withholds"),
        ({"pubstatus": "canceled"}, PageWithdrawn, "cancelled"),
        ({"pubstatus": "cancelled"}, PageWithdrawn, "cancelled"),
        ({"embargoed": "2999-05-05T21:30:00+03:00"}, PageHeldBack, "until 2999-05-05 18:30 UTC"),
        ({"embargoedUntil": "2999-05-05"}, PageHeldBack, "until 2999-05-05 12:00 UTC"),
        ({"embargoed": "Friday noon"}, PageHeldBack, "until “Friday noon”"),
        ({"embargoed": True}, PageHeldBack, "no end given"),
        ({"embargoed": ""}, PageHeldBack, "no end given"),
        ({"embargoed": "2999-05-05", "pubstatus": "withheld"}, PageHeldBack, "until 2999"),
        ({"embargoed": "2001-01-01", "pubstatus": "canceled"}, PageWithdrawn, "cancelled"),
    ],
)
def test_what_is_withheld_embargoed_or_cancelled_is_not_read(
    told: Told, members: dict[str, Any], kind: type[PageError], says: str
):
    (error,) = told(json.dumps({**V1, **members}))
    assert isinstance(error, kind)
    assert says in str(error)


@pytest.mark.parametrize("members", [{"embargoed": "2001-01-01T00:00:00Z"}, {"embargoed": None}, {"embargoed": False}])
def test_an_embargo_that_is_over_holds_nothing_back(told: Told, members: dict[str, Any]):
    (article,) = told(json.dumps({**V1, **members}))
    assert isinstance(article, Article)


def test_a_picture_has_no_story(told: Told):
    (error,) = told(json.dumps({key: V1[key] for key in V1 if not key.startswith("body")}))
    assert isinstance(error, PageHasNoArticle)


# ── odd ones ─────────────────────────────────────────────────────────────────


@tries(deadline=None)
@given(
    st.sampled_from(sorted({*V1, *V3})),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5),
)
def test_any_value_of_any_member_ends_in_a_page_or_an_error(member: str, value: Any):
    page = Page(data=json.dumps({**V1, **V3, member: value}).encode(), name="x", format="ninjs")
    try:
        made = opened(page)
    except PageError:
        return
    assert made.format in ("html", "text")


@pytest.mark.parametrize("data", [b"[1]", b"null", b"{", b"\xff\xfe{", b"[" * 100_000])
def test_what_is_no_item_is_told(data: bytes):
    with pytest.raises(PageDamaged):
        opened(Page(data=data, name="x", format="ninjs"))


def test_other_json_is_not_taken_for_ninjs():
    (item,) = pages_in(b'{"uri": "https://a.example", "headline": "x", "price": 3}', "x", settings=Settings())
    assert not isinstance(item, Page) or item.format != "ninjs"
