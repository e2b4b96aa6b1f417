"""Entries of RSS 0.9 to 2.0, RDF and Atom, by the names of their elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element, tostring

from onrecord.intake.addresses import web_address
from onrecord.intake.formats.feeds.entry import Entry, name_of, plain
from onrecord.intake.formats.feeds.outlets import outlet_of
from onrecord.intake.reading.xml import html_name, local_name, sibling_tag

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ORIGINAL = "{http://rssnamespace.org/feedburner/ext/1.0}origLink"
_FULL_TEXT = ("{http://news.yandex.ru}full-text", "{http://www.w3.org/1999/xhtml}body")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PUBLISHED = (
    "pubDate",
    "published",
    "issued",
    f"{_DC}date",
    f"{_TERMS}issued",
    f"{_TERMS}created",
    f"{_ATOM}published",
)
_CHANGED = ("updated", "modified", f"{_TERMS}modified", f"{_ATOM}updated")
_NOT_THE_STORY = frozenset({"enclosure", "edit", "replies", "hub", "license", "related", "via", "next", "prev", "self"})
_MOST_AUTHORS = 20

BESIDE = ("title", "link", "language", "author", "image", "textInput", "textinput", "source")
"""What of the feed itself is read; an image has a title and a link of its own."""


@dataclass(slots=True, kw_only=True)
class Channel:
    """What a feed says of itself, as far as it has been read."""

    title: str | None = None
    link: str | None = None
    language: str | None = None
    byline: tuple[str, ...] = ()

    def take(self, element: _Element) -> None:
        """Note what an element of the feed itself says."""
        match local_name(element):
            case "title":
                self.title = self.title or plain(_words(element))
            case "link" if element.get("rel", "alternate") == "alternate":
                self.link = self.link or web_address(element.get("href") or _words(element), element.base)
            case "language":
                self.language = self.language or _words(element).strip()[:35]
            case "author":
                self.byline = self.byline or tuple(_named([element]))


def entry_of(item: _Element, channel: Channel, address: str | None) -> Entry:
    """What one ``item`` or ``entry`` says. ``address`` is the feed's own, where it is known."""
    base = item.base or channel.link or address
    content, summary, marked_up = _told(item)
    source = _first(item, "source")
    return Entry(
        url=_link(item, base),
        title=_title(item),
        content=content,
        summary=summary,
        marked_up=marked_up,
        published=_date(item, _PUBLISHED),
        changed=_date(item, _CHANGED),
        byline=tuple(_authors(item)) or channel.byline,
        language=_language(item) or channel.language,
        outlet=_outlet(source) or outlet_of(channel.title, channel.link or address),
    )


def _children(item: _Element, *names: str) -> Iterator[_Element]:
    """The children of these names, name by name; one without a namespace is in that of its parent."""
    for name in names:
        yield from item.iterchildren(name if name.startswith("{") else sibling_tag(item, name))


def _first(item: _Element, *names: str) -> _Element | None:
    return next(_children(item, *names), None)


def _words(element: _Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def _title(item: _Element) -> str | None:
    element = _first(item, "title", f"{_DC}title")
    words = _words(element)
    is_text = element is not None and element.get("type") in ("text", "xhtml")
    return (" ".join(words.split()) if is_text else plain(words))[:1_000] or None


def _link(item: _Element, base: str | None) -> str | None:
    links = [link for link in _children(item, "link", f"{_ATOM}link") if link.get("rel") not in _NOT_THE_STORY]
    links.sort(key=lambda link: (link.get("rel", "alternate") != "alternate", "html" not in link.get("type", "html")))
    guids = [guid for guid in _children(item, "guid") if guid.get("isPermaLink", "true").lower() != "false"]
    last = [link for link in _children(item, "link") if link.get("rel") == "self"]
    written = [
        *(_words(link) for link in _children(item, _ORIGINAL)),
        *(link.get("href") or _words(link) for link in links),
        *(link.get("src", "") for link in _children(item, "content")),
        *(_words(guid) for guid in guids if "://" in _words(guid)),
        *(link.get("href", "") for link in last),
    ]
    return next((found for found in (web_address(link, base) for link in written) if found), None)


def _told(item: _Element) -> tuple[str, str, bool]:
    """Content and summary, and whether they are HTML."""
    content = _first(item, _ENCODED, *_FULL_TEXT, "content")
    summary = _first(item, "description", "summary", f"{_ATOM}summary", f"{_DC}description")
    types = [element.get("type", "html") for element in (content, summary) if element is not None]
    is_text = bool(types) and all(kind in ("text", "text/plain") for kind in types)
    return _markup(content), _markup(summary), not is_text


def _markup(element: _Element | None) -> str:
    if element is None:
        return ""
    if len(element) == 0:
        return element.text or ""
    for inner in element.iter():
        if isinstance(inner.tag, str):
            inner.tag = html_name(inner)
    inside = "".join(tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + inside


def _date(item: _Element, names: tuple[str, ...]) -> str | None:
    words = (" ".join(_words(element).split()) for element in _children(item, *names))
    return next((each[:100] for each in words if each), None)


def _authors(item: _Element) -> Iterator[str]:
    found = list(_children(item, f"{_DC}creator", "author", f"{_ATOM}author"))
    return iter(dict.fromkeys(_named(found[:_MOST_AUTHORS])))


def _named(authors: list[_Element]) -> Iterator[str]:
    for author in authors:
        named = [_words(child) for child in author.iterchildren() if local_name(child) == "name"]
        if name := name_of(named[0] if named else _words(author)):
            yield name


def _language(item: _Element) -> str | None:
    own = _first(item, f"{_DC}language")
    if own is not None:
        return _words(own).strip()[:35] or None
    tags = (element.get(_LANGUAGE) for element in (item, *item.iterancestors()))
    return next((tag for tag in tags if tag), None)


def _outlet(source: _Element | None) -> str | None:
    """Where an aggregator took the entry from: text in RSS, a title in Atom."""
    if source is None:
        return None
    titles = [_words(child) for child in source.iterchildren() if local_name(child) == "title"]
    return plain(titles[0] if titles else _words(source))[:200] or None
