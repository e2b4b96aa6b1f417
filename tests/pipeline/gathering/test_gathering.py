from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.intake.fetching.conftest import redirect, response

from onrecord.errors import PageError
from onrecord.pipeline.gathering import Passed
from onrecord.pipeline.gathering.gathering import Gathered

from .conftest import Gathers, Pages


def passed(found: list[Gathered]) -> dict[str, int]:
    return {each.why.split(";")[0]: each.count for each in found if isinstance(each, Passed)}


def failed(found: list[Gathered]) -> list[str]:
    return [type(each).__name__ for each in found if isinstance(each, PageError)]


def test_what_a_feed_links_to_is_fetched_and_each_link_accounted_for(site: Pages, gather: Gathers, names: Any):
    site.pages["/busy"] = response(b"", status="429 Too Many Requests", headers=("Retry-After: 0",))
    site.pages["/loop"] = redirect(site.at("/loop"))
    wall, dam = site.story("wall"), site.story("dam")
    found = gather(site.feed(wall, dam, f"{wall}#top", site.at("/none"), site.at("/busy"), site.at("/loop")))
    assert sorted(names(found)) == ["dam", "wall"]
    assert sorted(failed(found)) == ["FetchGone", "FetchLater", "FetchMoved"]
    assert passed(found) == {"listed twice": 1}


def test_a_page_knows_where_it_came_from(site: Pages, gather: Gathers):
    site.story("wall")
    site.pages["/old"] = redirect(site.at("/wall?utm_source=feed"))
    site.pages["/wall?utm_source=feed"] = site.pages["/wall"]
    gather(site.at("/old"))
    (capture,) = gather.store.captures()
    assert capture.route is not None
    assert (capture.url, capture.route.asked) == (site.at("/wall"), site.at("/old"))
    assert capture.route.final == site.at("/wall?utm_source=feed")


def test_what_has_not_changed_is_not_sent_again_and_what_has_is(site: Pages, gather: Gathers, names: Any):
    feed = site.feed(site.story("wall"), site.story("dam"))
    gather(feed)
    gather.later(hours=1)
    site.story("dam", "It opens on Monday, Mayor Tilda Rask said.")
    found = gather(feed)
    assert names(found) == ["dam"], "though the feed itself is as it was"
    assert passed(found) == {"unchanged": 1}
    assert all("if-none-match" in site.asked(path)[-1].headers for path in ("/feed.xml", "/wall", "/dam"))
    assert len(list(gather.store.captures())) == 3


def test_what_was_asked_for_a_moment_ago_is_not_again(site: Pages, gather: Gathers):
    feed = site.feed(site.story("wall"))
    gather(feed)
    assert passed(gather(feed))["asked for a short while ago"] == 1
    assert len(site.asked("/wall")) == 1


@pytest.mark.parametrize("stop_after", [1, 2, 3])
def test_a_killed_run_is_gone_on_with_without_loss_or_doubles(
    site: Pages, gather: Gathers, names: Any, stop_after: int
):
    stories = [f"story{number}" for number in range(5)]
    feed = site.feed(*(site.story(each) for each in stories))
    gather(feed, stop_after=stop_after)
    site.pages["/feed.xml"] = response(b"", status="404 Not Found")  # what it listed is known all the same
    gather()
    assert sorted(each.url or "" for each in gather.store.captures()) == sorted(site.at(f"/{each}") for each in stories)
    assert gather.store.addresses.how_many_wait() == 0


def test_links_of_a_local_file_are_followed_only_if_asked(site: Pages, gather: Gathers, names: Any, tmp_path: Path):
    site.feed(site.story("wall"), site.story("dam"))
    items = f"<item><title>W</title><link>{site.at('/wall')}</link></item>"
    (tmp_path / "feed.xml").write_text(f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>')
    assert passed(gather(str(tmp_path / "feed.xml"))) == {"links not followed": 1}
    assert site.requests == []
    assert names(gather(str(tmp_path / "feed.xml"), follow=True)) == ["wall"]


def test_a_limit_holds_and_the_rest_comes_without_it(site: Pages, gather: Gathers, names: Any):
    feed = site.feed(*(site.story(f"s{number}") for number in range(4)))
    first = gather(feed, limit=1)
    assert (names(first), passed(first)) == (["s0"], {"over the limit": 3})
    assert sorted(names(gather(feed))) == ["s1", "s2", "s3"], "the feed is looked into again, though it has not changed"


def test_what_is_listed_with_an_older_day_is_left(site: Pages, gather: Gathers, names: Any):
    days = {"old": "2031-02-03", "new": "2031-02-20", "undated": None}
    urls = "".join(
        f"<url><loc>{site.story(name)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for name, day in days.items()
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    sitemap = site.put("/sitemap.xml", f'<?xml version="1.0"?><urlset xmlns="{space}">{urls}</urlset>', "text/xml")
    found = gather(sitemap, since=date(2031, 2, 10))
    assert sorted(names(found)) == ["new", "undated"]
    assert passed(found) == {"older than 2031-02-10": 1}


def test_a_failure_that_later_succeeds_is_off_the_list(site: Pages, gather: Gathers, names: Any):
    site.pages["/wall"] = response(b"", status="503 Service Unavailable", headers=("Retry-After: 1",))
    gather(site.at("/wall"))
    (failure,) = gather.store.addresses.failures()
    assert (failure.error, failure.tries) == ("FetchLater", 1)
    assert failure.next_at is not None
    assert failure.next_at > gather.now
    site.story("wall")
    gather.store.addresses.retry([failure])
    assert names(gather()) == ["wall"]
    assert gather.store.addresses.failures() == ()


def test_a_file_that_could_not_be_read_is_on_the_list_until_it_can(gather: Gathers, tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_bytes(b"")
    gather(str(page))
    assert [each.wanted.name for each in gather.store.addresses.failures()] == [str(page)]
    page.write_text("<!doctype html><p>It opens on Friday.")
    gather(str(page))
    assert gather.store.addresses.failures() == ()


def test_an_amp_twin_of_a_page_that_is_held_is_no_new_page(site: Pages, gather: Gathers, names: Any):
    wall = site.story("wall")
    twin = f'<!doctype html><html amp><link rel="canonical" href="{wall}"><title>W</title><p>It opens on Friday.</p>'
    site.put("/amp/wall", twin)
    gather(wall)
    found = gather(site.at("/amp/wall"))
    assert passed(found) == {"another form of a page that is held": 1}
    assert len(list(gather.store.captures())) == 1


def test_a_host_that_cannot_be_reached_is_given_up(site: Pages, gather: Gathers):
    site.close()
    found = gather(*(site.at(f"/{number}") for number in range(6)))
    problems = [each.problem for each in found if isinstance(each, PageError)]
    assert len(problems) == 6
    assert sum("not asked for" in problem for problem in problems) == 4
