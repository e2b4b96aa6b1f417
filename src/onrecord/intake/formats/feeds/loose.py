"""Feeds too broken for an XML reader, by feedparser, which reads almost anything: the beginning of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from onrecord.errors import PageDamaged, PageEmpty, PageNotText
from onrecord.intake.addresses import web_address
from onrecord.intake.formats.feeds.entry import Entry, name_of, plain
from onrecord.intake.formats.feeds.outlets import outlet_of
from onrecord.intake.source import HEAD_BYTES, Source


def loose_entries(source: Source) -> Iterator[Entry]:
    """Bounded: it looks at the first ``HEAD_BYTES`` alone, and is given bytes, so that it has nothing to fetch.

    Raises:
        PageNotText: the document declares entities.
        PageEmpty: it finds nothing either.
        PageDamaged: there is more than it looked at; what it found was yielded.
    """
    import feedparser  # a fifth of a second: only for what is broken

    if b"<!entity" in source.opening.lower():
        raise PageNotText(source.name, "it declares entities of its own, as attacks on XML readers do; refused")
    found = feedparser.parse(io.BytesIO(source.opening), sanitize_html=False)
    for entry in found.entries:
        yield _entry(entry, found.feed, source.known.url)
    if not found.entries:
        raise PageEmpty(source.name, "a feed without entries")
    if len(source.opening) >= HEAD_BYTES:
        raise PageDamaged(source.name, f"its XML is broken: only its first {HEAD_BYTES:,} bytes could be read")


def _entry(entry: Any, feed: Any, address: str | None) -> Entry:
    base = web_address(feed.get("link"), address) or address
    contents = entry.get("content") or [{}]
    authors = [*(author.get("name", "") for author in entry.get("authors", ())), entry.get("author", "")]
    return Entry(
        url=web_address(entry.get("link"), base),
        title=plain(entry.get("title", ""))[:1_000] or None,
        content=contents[0].get("value", ""),
        summary=entry.get("summary", ""),
        published=entry.get("published"),
        changed=entry.get("updated") if "updated" in entry else None,
        byline=tuple(dict.fromkeys(name for name in map(name_of, authors) if name)),
        language=contents[0].get("language") or feed.get("language"),
        outlet=outlet_of(feed.get("title"), base),
    )
