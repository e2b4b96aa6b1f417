"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import PageDamaged
from onrecord.intake.addresses import web_address
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.feeds.entry import Entry, name_of, part_of, plain
from onrecord.intake.formats.feeds.outlets import outlet_of
from onrecord.intake.reading.json import dicts_in, text_in, value_of
from onrecord.intake.source import Source

_VERSION = re.compile(r"\"version\"\s{0,20}:\s{0,20}\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version", re.I)


def _looks_like(head: str) -> float:
    return float(head.lstrip().startswith("{") and _VERSION.search(head) is not None)


def _parts(source: Source) -> Iterator[Part]:
    """Read whole, within the limit for a page."""
    feed = value_of(source.whole(), source.name)
    items = feed.get("items")
    if not isinstance(items, list):
        raise PageDamaged(source.name, "a JSON Feed without a list of items")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield part_of(_entry(item, feed, source.known.url), source, number)
        else:
            yield PageDamaged(f"{source.name}, entry {number}", "no JSON object")


def _entry(item: dict[str, Any], feed: dict[str, Any], address: str | None) -> Entry:
    base = text_in(feed, "home_page_url", "feed_url") or address
    markup = text_in(item, "content_html")
    links = (web_address(text_in(item, key), base) for key in ("url", "external_url"))
    return Entry(
        url=next((link for link in links if link), None) or web_address(text_in(item, "id")),
        title=plain(text_in(item, "title") or "")[:1_000] or None,
        content=markup or text_in(item, "content_text") or "",
        summary="" if markup is None else text_in(item, "summary") or "",
        marked_up=markup is not None,
        published=text_in(item, "date_published"),
        changed=text_in(item, "date_modified"),
        byline=tuple(_authors(item)) or tuple(_authors(feed)),
        language=text_in(item, "language") or text_in(feed, "language"),
        outlet=outlet_of(text_in(feed, "title"), web_address(base)),
    )


def _authors(holder: dict[str, Any]) -> Iterator[str]:
    for author in dicts_in(holder, "authors", "author")[:20]:
        if name := name_of(text_in(author, "name") or ""):
            yield name


FORMAT = Format(name="jsonfeed", what="a feed (JSON Feed)", looks_like=_looks_like, parts=_parts)
