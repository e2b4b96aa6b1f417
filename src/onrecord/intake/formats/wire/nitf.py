"""NITF (News Industry Text Format), one story."""

from __future__ import annotations

from lxml.etree import _Element

from onrecord.intake.format import Format
from onrecord.intake.formats.wire.markup import as_html, code, find, find_all, words
from onrecord.intake.formats.wire.release import check_release, extended
from onrecord.intake.formats.wire.story import Story, page_of
from onrecord.intake.reading.xml import document, root_of
from onrecord.model import Page

_LANGUAGE = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")


def _looks_like(head: str) -> float:
    root = root_of(head)
    return float(root is not None and root[0].lower() == "nitf")


def _opened(page: Page) -> Page:
    """In the worker: the document is read whole."""
    return page_of(page, story_of(document(page.data, page.name), page.name))


def story_of(nitf: _Element, name: str) -> Story:
    """The story in a NITF document, which may stand in another one.

    Raises:
        PageHeldBack, PageWithdrawn: it may not be read.
    """
    data, body = find(nitf, "docdata"), find(nitf, "body")
    check_release(name, status=_attribute(data, "management-status"), embargo=_release(data))
    published, head = find(nitf, "pubdata"), find(body, "body.head")
    content = find(body, "body.content")
    return Story(
        headline=words(find(head, "hl1", "hedline")) or words(find(nitf, "title")),
        dateline=words(find(head, "dateline")),
        byline=tuple(_authors(head)),
        outlet=_attribute(published, "name") or words(find(head, "distributor")) or _holder(data),
        credits=tuple(_credits(nitf, head)),
        published=_day(code(find(data, "date.issue"), "norm") or _attribute(published, "date.publication")),
        language=_language(nitf, body),
        body=as_html(content) if content is not None else "",
    )


def _attribute(element: _Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _holder(data: _Element | None) -> str | None:
    return _attribute(find(data, "doc.copyright"), "holder")


def _release(data: _Element | None) -> str | None:
    """Until when it is not to be published; nothing is said by an element that isn't there."""
    release = find(data, "date.release")
    return None if release is None else release.get("norm") or words(release)


def _authors(head: _Element | None) -> list[str]:
    lines = list(find_all(head, "byline"))
    named = [words(person) for line in lines for person in find_all(line, "person")]
    return [name for name in named or map(words, lines) if name]


def _credits(nitf: _Element, head: _Element | None) -> list[str]:
    """Where it came from: the sources on the way that it took, and who distributes it."""
    sources = [source.get("src-name") for source in find_all(nitf, "from-src")]
    return [name for name in (*sources, words(find(head, "distributor"))) if name]


def _language(nitf: _Element, body: _Element | None) -> str | None:
    tags = (element.get(name) for element in (body, nitf) if element is not None for name in _LANGUAGE)
    return next((tag for tag in tags if tag), None)


def _day(written: str | None) -> str | None:
    return extended(written.strip()) if written else None


FORMAT = Format(name="nitf", what="a story in NITF", looks_like=_looks_like, opened=_opened)
