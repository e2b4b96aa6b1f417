from __future__ import annotations

from pathlib import Path

from onrecord.pipeline.gathering import Named, Order
from onrecord.pipeline.gathering.dry import would

from .conftest import Gathers, Pages


def test_a_dry_run_fetches_the_container_alone_and_keeps_nothing(site: Pages, gather: Gathers, tmp_path: Path):
    feed = site.feed(site.story("wall"), site.story("dam"), site.story("mill"))
    (tmp_path / "page.html").write_text("<!doctype html><p>It opens on Friday.")
    sources = (Named(name=feed), Named(name=str(tmp_path / "page.html")), Named(name=str(tmp_path / "none.html")))
    told = list(would(Order(sources=sources, limit=3), gather.settings, gather.store))
    assert [each.what for each in told] == ["read", "fail", "fetch", "fetch", "skip"]
    assert {request.path for request in site.requests} == {"/robots.txt", "/feed.xml"}
    assert list(gather.store.captures()) == []
    assert gather.store.addresses.how_many_wait() == 0


def test_what_is_held_is_said_to_be(site: Pages, gather: Gathers):
    wall = site.story("wall")
    gather(wall)
    (told,) = would(Order(sources=(Named(name=site.feed(wall)),)), gather.settings, gather.store)
    assert (told.what, told.why) == ("fetch", "held; only if it has changed")
