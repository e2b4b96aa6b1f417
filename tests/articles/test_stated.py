from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.articles import clean
from onrecord.model import Page, Stated

BODY = (
    "The council of Tolbur will reopen the ferry on Monday, Mayor Anna Lindqver said on Friday.",
    "“We will not close it again before the winter,” she told reporters at the pier.",
    "The ferry had been closed since a storm broke its ramp in March, the harbour office said.",
)
FRAGMENT = "".join(f"<p>{line}</p>" for line in BODY)
DOCUMENT = f"<html><head><title>Ramp mended</title></head><body><h1>Ramp mended</h1>{FRAGMENT}</body></html>"
SAID = Stated(
    title="Ferry runs again",
    byline=("Ole Brandvik",),
    outlet="The Tolbur Post",
    published="Fri, 05 May 2017 00:30:00 +0300",
    credits=("Skarn News Agency",),
)


def page(data: str, *, format: str = "html", stated: Stated | None = SAID, outlet: str | None = None) -> Page:
    at = datetime(2017, 5, 6, tzinfo=UTC)
    return Page(data=data.encode(), name="x", format=format, stated=stated, outlet=outlet, captured_at=at)


def test_a_fragment_takes_what_its_container_states():
    article = clean(page(FRAGMENT))
    assert article.text == "Ferry runs again\n\n" + "\n".join(BODY)
    assert (article.title, article.outlet, article.byline) == ("Ferry runs again", "The Tolbur Post", ("Ole Brandvik",))
    assert article.credits == ("Skarn News Agency",)


def test_the_day_is_the_one_that_was_written_where_it_was_written():
    story_date = clean(page(FRAGMENT)).date
    assert (story_date.status, story_date.earliest) == ("stated", date(2017, 5, 5))
    assert [(c.where, c.words) for c in story_date.candidates] == [("feed", "Fri, 05 May 2017 00:30:00 +0300")]


def test_a_page_with_a_title_of_its_own_keeps_it_and_a_person_outranks_all():
    article = clean(page(DOCUMENT, outlet="Harbour Weekly"))
    assert (article.title, article.outlet) == ("Ramp mended", "Harbour Weekly")


@pytest.mark.parametrize("text", ["\n\n".join(BODY), "Ferry runs again\n\n" + "\n\n".join(BODY)])
def test_plain_text_gets_its_title_once_and_loses_no_line(text: str):
    article = clean(page(text, format="text"))
    assert article.text == "Ferry runs again\n\n" + "\n".join(BODY)


@pytest.mark.parametrize(
    ("published", "changed", "status", "day"),
    [
        ("2017-05-05T22:00:00Z", "2017-05-06T09:00:00Z", "stated", date(2017, 5, 5)),
        (None, "2017-05-05", "stated", date(2017, 5, 5)),
        ("2035-05-05", None, "unknown", None),  # it arrived in 2017
        ("yesterday", None, "unknown", None),
        (None, None, "unknown", None),
    ],
)
def test_a_day_counts_only_if_it_can_be_right(
    published: str | None, changed: str | None, status: str, day: date | None
):
    found = clean(page(FRAGMENT, stated=Stated(published=published, changed=changed))).date
    assert (found.status, found.earliest) == (status, day)


def test_a_day_ahead_is_kept_and_says_why_it_does_not_count():
    (candidate,) = clean(page(FRAGMENT, stated=Stated(published="2035-05-05"))).date.candidates
    assert (candidate.value, candidate.earliest) == ("2035-05-05", None)
    assert "can't be right" in candidate.why


def test_the_language_is_the_stated_one_where_the_text_is_too_short_to_tell():
    short = page("<p>Ferjen går igjen på mandag kveld.</p>", stated=Stated(title="Ferjen", language="nb-NO"))
    assert clean(short).language == "nb"
    assert clean(page(FRAGMENT, stated=Stated(language="nb"))).language == "en"
