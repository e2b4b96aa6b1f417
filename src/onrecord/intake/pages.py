"""Where pages come from: a file, a folder, standard input. None is lost without a word."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.errors import PageEmpty, PageError, PageMissing, PageNotText
from onrecord.intake.binary import binary_problem, is_bare_xml, nul_problem, unread_format_problem
from onrecord.intake.encoding import encoding_of
from onrecord.intake.files import files, read_file, read_stream, too_large
from onrecord.intake.format import Format
from onrecord.intake.formats import FORMATS, format_of
from onrecord.model import Page
from onrecord.settings import Settings

STDIN = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)
_HEAD = 65_536  # characters that a format is told by
_TEXT_START = re.compile(r"[^\W\d_]|\d")


def pages(
    source: str, *, settings: Settings, published: date | None = None, outlet: str | None = None
) -> Iterator[Page | PageError]:
    """The pages at ``source``: a file, a folder (walked in sorted order) or ``-`` for standard input.

    A page that can't be read is yielded as its error, so that the others go on and none is lost.
    """
    for name, data in _contents(source, settings):
        if isinstance(data, PageError):
            yield data
            continue
        try:
            yield page_from_bytes(data, name, settings=settings, published=published, outlet=outlet)
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
    """A page from bytes that are at hand; ``name`` is what messages call it.

    Raises:
        PageEmpty, PageTooLarge, PageNotText: each says what to do.
    """
    if len(data) > settings.page_bytes:
        raise too_large(name, settings)
    if problem := binary_problem(data):
        raise PageNotText(name, problem)
    encoding = encoding_of(data, _declared(data))
    head = _head(data, encoding)
    made = _format(head, name)
    return Page(data=data, name=name, format=made.name, encoding=encoding, url=url, published=published, outlet=outlet)


def _contents(source: str, settings: Settings) -> Iterator[tuple[str, bytes | PageError]]:
    if source == STDIN:
        yield STDIN, _standard_input(settings)
    elif not source.strip():
        yield repr(source), PageMissing(repr(source), "no name at all; name a file, a folder, or - for standard input")
    elif _URL.match(source):
        problem = "fetching is not built yet; save the page from your browser and read the file"
        yield source, PageMissing(source, problem)
    else:
        for path in files(Path(source), settings):
            yield (path.name, path) if isinstance(path, PageError) else (str(path), read_file(path, settings))


def _standard_input(settings: Settings) -> bytes | PageError:
    # None where it was closed before the program began
    if sys.stdin is None:
        return PageMissing(STDIN, "standard input is closed; give it a page, or name a file")
    return read_stream(sys.stdin.buffer, STDIN, settings)


def _declared(data: bytes) -> str | None:
    found = (known.declared_encoding(data) for known in FORMATS.values())
    return next((encoding for encoding in found if encoding), None)


def _head(data: bytes, encoding: str) -> str:
    return data[: 4 * _HEAD].decode(encoding, errors="replace").removeprefix("\ufeff")[:_HEAD]


def _format(head: str, name: str) -> Format:
    if not _TEXT_START.search(head):
        raise PageEmpty(name, "nothing in it to read")
    if problem := nul_problem(head) or unread_format_problem(head):
        raise PageNotText(name, problem)
    made = format_of(head)
    if made.name == "text" and is_bare_xml(head):
        raise PageNotText(name, "this is XML of an unknown kind; save the article's own page and read that")
    return made
