"""Feeds too broken for an XML reader, by feedparser, which reads almost anything: the beginning of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from onrecord.errors import PageDamaged, PageEmpty
from onrecord.intake.addresses import web_address
from onrecord.intake.formats.feeds.entry import Entry, name_of, plain
from onrecord.intake.formats.feeds.outlets import outlet_of
from onrecord.intake.reading.json import dicts_in, text_in
from onrecord.intake.reading.mending import Mending
from onrecord.intake.reading.xml import without_declaration
from onrecord.intake.source import HEAD_BYTES, Source


def loose_entries(source: Source) -> Iterator[Entry]:
    """Bounded: it looks at the first ``HEAD_BYTES`` alone, and is given bytes, so that it has nothing to fetch.

    Raises:
        PageNotText: the document declares entities.
        PageEmpty: it finds nothing either.
        PageDamaged: it breaks on it, or there is more than it looked at; what it found was yielded.
    """
    found = _parsed(source)
    for entry in found.entries:
        yield _entry(entry, found.feed, source.known.url)
    if not found.entries:
        raise PageEmpty(source.name, "a feed without entries")
    if len(source.opening) >= HEAD_BYTES:
        raise PageDamaged(source.name, f"its XML is broken: only its first {HEAD_BYTES:,} bytes could be read")


def _parsed(source: Source) -> Any:
    """In UTF-8 and mended: on odd encodings and characters feedparser itself breaks, and now and then on others."""
    import feedparser  # a fifth of a second: only for what is broken

    text = without_declaration(source.opening.decode(source.encoding, errors="replace"))
    mended = Mending(source.name).mended(text, last=True)
    try:
        return feedparser.parse(io.BytesIO(mended.encode()), sanitize_html=False)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise PageDamaged(source.name, "its XML is broken from the start, and nothing could be read") from error


def _entry(entry: Any, feed: Any, address: str | None) -> Entry:
    base = web_address(text_in(feed, "link"), address) or address
    content = (dicts_in(entry, "content") or [{}])[0]
    named = [*(text_in(author, "name") for author in dicts_in(entry, "authors")), text_in(entry, "author")]
    return Entry(
        url=web_address(text_in(entry, "link"), base),
        title=plain(text_in(entry, "title") or "")[:1_000] or None,
        content=text_in(content, "value") or "",
        summary=text_in(entry, "summary") or "",
        published=text_in(entry, "published"),
        changed=text_in(entry, "updated") if "updated" in entry else None,
        byline=tuple(dict.fromkeys(name for name in map(name_of, filter(None, named)) if name)),
        language=text_in(content, "language") or text_in(feed, "language"),
        outlet=outlet_of(text_in(feed, "title"), base),
    )
