"""Where pages come from: a file, a folder, standard input, bytes that were fetched. None is lost without a word."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.errors import PageEmpty, PageError, PageMissing, PageNotText
from onrecord.intake.files import files, why_missing
from onrecord.intake.format import Format, Item, Part
from onrecord.intake.formats import FORMATS, format_of
from onrecord.intake.known import Known
from onrecord.intake.links import LeftOut
from onrecord.intake.source import Readable, Source
from onrecord.model import Page
from onrecord.settings import Settings

STDIN = "-"
MOST_NESTED = 5
"""How deep containers are looked into: an archive of an archive of a packed feed is three."""
_NO_PAGES = (PageEmpty, PageNotText)
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)


def pages(
    source: str, *, settings: Settings, published: date | None = None, outlet: str | None = None
) -> Iterator[Item]:
    """What is at ``source``: a file, a folder (walked in sorted order) or ``-`` for standard input.

    Containers (feeds, sitemaps, archives …) are looked into, lazily and in bounded memory. What can't be read is
    yielded as its error, so that the others go on and none is lost.
    """
    known = Known(published=published, outlet=outlet)
    if source == STDIN:
        yield from _standard_input(settings, known)
    elif not source.strip():
        yield PageMissing(repr(source), "no name at all; name a file, a folder, or - for standard input")
    elif _URL.match(source):
        yield PageMissing(source, "fetching is not built yet; save the page from your browser and read the file")
    else:
        for path in files(Path(source), settings):
            yield from (path,) if isinstance(path, PageError) else _file(path, settings, known)


def pages_in(data: bytes | Readable, name: str, *, settings: Settings, known: Known | None = None) -> Iterator[Item]:
    """As ``pages``, for what is at hand: bytes, or a stream that stands at its beginning.

    Args:
        data: one page, or a container of several.
        name: what messages call it.
        settings: the limits.
        known: where it came from and what its transport said of it.
    """
    stream: Readable = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        yield from _items(Source.of(stream, name, settings=settings, known=known))
    except PageError as error:
        yield error


def page_from_bytes(
    data: bytes,
    name: str,
    *,
    settings: Settings,
    url: str | None = None,
    published: date | None = None,
    outlet: str | None = None,
) -> Page:
    """One page from bytes that are at hand; ``name`` is what messages call it.

    Raises:
        PageEmpty, PageTooLarge, PageNotText: each says what to do.
    """
    known = Known(url=url, published=published, outlet=outlet)
    source = Source.of_bytes(data, name, settings=settings, known=known)
    made = _told(source)
    if made.parts is not None:
        raise PageNotText(name, f"this is {made.what}, not one page; save it as a file, and add or read that")
    return _page(source, made)


def opened(page: Page) -> Page:
    """The page as HTML or text, with what is stated in it. For the worker, which limits time and memory.

    Raises:
        PageError: it can't be opened, or its outlet does not want it read.
    """
    made = FORMATS.get(page.format)
    if made is None:
        raise PageNotText(page.name, f"of a format that this Onrecord does not know ({page.format})")
    return made.opened(page) if made.opened else page


def _file(path: Path, settings: Settings, known: Known) -> Iterator[Item]:
    name = str(path)
    try:
        with path.open("rb") as file:
            yield from _items(Source.of(file, name, settings=settings, known=known))
    except PageError as error:
        yield error
    except (OSError, ValueError) as error:
        yield PageMissing(name, why_missing(error))


def _standard_input(settings: Settings, known: Known) -> Iterator[Item]:
    # None where it was closed before the program began
    if sys.stdin is None:
        yield PageMissing(STDIN, "standard input is closed; give it a page, or name a file")
    else:
        yield from pages_in(sys.stdin.buffer, STDIN, settings=settings, known=known)


def _items(source: Source, depth: int = 0) -> Iterator[Item]:
    made = _told(source)
    if made.parts is None:
        yield from _leaf(source, made)
    elif depth >= MOST_NESTED:
        raise PageNotText(source.name, f"packed {MOST_NESTED} deep and more; unpack it and read what is inside")
    else:
        yield from _contents(source, made, made.parts(source), depth)


def _contents(source: Source, made: Format, parts: Iterator[Part], depth: int) -> Iterator[Item]:
    """What a container holds, what is left out of it counted together, at the end."""
    found, left_out = 0, Counter[str]()
    for item in _each(parts, depth):
        if isinstance(item, LeftOut):
            for kind, number in item.counts.items():
                left_out[kind] += number
        else:
            found += 1
            yield item
    counted = ", ".join(f"{number} × {kind}" for kind, number in left_out.most_common(5))
    if left_out:
        yield LeftOut(source=source.name, counts=dict(left_out))
    if not found:
        raise PageEmpty(
            source.name, f"this is {made.what}, with {f'no page in it ({counted})' if counted else 'nothing in it'}"
        )


def _each(parts: Iterator[Part], depth: int) -> Iterator[Item]:
    try:
        for part in parts:
            yield from _within(part, depth + 1) if isinstance(part, Source) else (part,)
    except PageError as error:
        yield error


def _within(part: Source, depth: int) -> Iterator[Item]:
    """What is in a part; one that can't be read leaves the others of its container."""
    try:
        for item in _items(part, depth):
            is_none = isinstance(item, _NO_PAGES) and item.name == part.name
            yield LeftOut(source=part.name, counts={part.kind: 1}) if part.kind and is_none else item
    except _NO_PAGES as error:
        yield LeftOut(source=part.name, counts={part.kind: 1}) if part.kind else error
    except PageError as error:
        yield error


def _told(source: Source) -> Format:
    try:
        if not source.head:
            raise PageEmpty(source.name, "nothing in it")
        return format_of(source)
    except PageError:
        source.whole()  # what is too large was never meant to be a page: that is said first
        raise


def _leaf(source: Source, made: Format) -> Iterator[Item]:
    page = _page(source, made)
    yield page
    if made.beside and (counts := made.beside(page.data)):
        yield LeftOut(source=source.name, counts=counts)


def _page(source: Source, made: Format) -> Page:
    data, known = source.whole(), source.known
    origin = made.origin(data) if made.origin else known
    return Page(
        data=data,
        name=source.name,
        format=made.name,
        encoding=source.encoding_of_all(data),
        url=known.url or origin.url,
        captured_at=known.captured_at or origin.captured_at,
        published=known.published,
        outlet=known.outlet,
        stated=known.stated,
    )
