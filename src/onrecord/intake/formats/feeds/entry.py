"""What a feed says of one story, whatever the feed is written in, and what intake makes of it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from onrecord.errors import PageEmpty
from onrecord.intake.format import Part
from onrecord.intake.links import Link
from onrecord.intake.source import Source, too_large
from onrecord.languages import table
from onrecord.model import Page, Stated

_WHOLE_CONTENT = 800
"""Characters from which what a feed gives as an entry's content is taken for its whole text."""
_WHOLE_SUMMARY = 2_000
"""The same for what it gives as a description: few teasers are as long."""
_TAG = re.compile(r"<[^<>]{0,5000}>")
_BLOCK = re.compile(r"<(?:p|br|div|li|h\d)\b|</p>", re.I)
_ADDRESS = re.compile(r"\S{1,200}@\S{1,200}")
_BRACKETED = re.compile(r"\(([^()]{1,200})\)")
_BY = re.compile(r"by\s+", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``content`` and ``summary`` are HTML, or plain text where they are not ``marked_up``; the rest is plain text."""

    url: str | None
    title: str | None = None
    content: str = ""
    summary: str = ""
    marked_up: bool = True
    published: str | None = None
    changed: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    outlet: str | None = None


def part_of(entry: Entry, source: Source, number: int) -> Part:
    """A page where the feed holds the whole story, else a link to it, else the error that there is neither."""
    name = entry.url or f"{source.name}, entry {number}"
    whole = _whole(entry)
    if whole:
        return _page(entry, whole, name, source)
    if entry.url is None:
        return PageEmpty(name, "an entry with neither a link nor a text")
    return Link(
        url=entry.url,
        source=source.name,
        title=entry.title,
        published=entry.published,
        changed=entry.changed,
        outlet=entry.outlet,
        byline=entry.byline,
        language=entry.language,
    )


def _whole(entry: Entry) -> str:
    for text, fewest in ((entry.content, _WHOLE_CONTENT), (entry.summary, _WHOLE_SUMMARY)):
        told = plain(text) if entry.marked_up else text
        if len(told) >= fewest and not is_teaser(told):
            return text
    return "" if entry.url else max(entry.content, entry.summary, key=len)


def _page(entry: Entry, text: str, name: str, source: Source) -> Part:
    data, known = text.encode(errors="replace"), source.known
    if len(data) > source.settings.page_bytes:
        return too_large(name, source.settings)
    stated = Stated(
        title=entry.title,
        byline=entry.byline,
        outlet=entry.outlet,
        published=entry.published,
        changed=entry.changed,
        language=entry.language,
    )
    return Page(
        data=data,
        name=name,
        format="html" if entry.marked_up else "text",
        url=entry.url,
        captured_at=known.captured_at,
        published=known.published,
        outlet=known.outlet,
        stated=stated,
    )


def is_teaser(told: str) -> bool:
    """Whether a text ends as the beginnings of stories do that have to be read elsewhere."""
    return bool(_ending().search(told[-60:].lower().rstrip(" \u00a0.:")) or told[-60:].rstrip().endswith(("...", "…")))


@cache
def _ending() -> re.Pattern[str]:
    endings = sorted(table("any", "teasers")["endings"], key=len, reverse=True)
    return re.compile(r"(?:^|[\s\u00a0(\[.!?…»>])(?:" + "|".join(map(re.escape, endings)) + r")[\s\]).»›→>]*$|[…»→]$")


def plain(markup: str) -> str:
    """The words of a piece of HTML, as one line."""
    spaced = _BLOCK.sub(lambda tag: f" {tag[0]}", markup)
    return " ".join(html.unescape(_TAG.sub("", spaced)).split())


def name_of(written: str) -> str | None:
    """A person's or body's name out of ``post@example.org (Name)``, ``By Name`` or a name; None where there is none."""
    words = plain(written)
    bracketed = _BRACKETED.search(words)
    if "@" in words:
        words = bracketed[1] if bracketed and "@" not in bracketed[1] else _ADDRESS.sub("", words)
    name = _BY.sub("", words.strip(" <>,;"), count=1) if _BY.match(words) else words.strip(" <>,;")
    return name[:200] if any(map(str.isalpha, name)) and "://" not in name else None
