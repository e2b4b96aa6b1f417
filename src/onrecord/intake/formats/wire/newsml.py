"""NewsML-G2: a message is a container of items, a news item one story."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element, tostring

from onrecord.errors import PageHasNoArticle
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.wire.markup import as_html, code, find, find_all, words
from onrecord.intake.formats.wire.nitf import story_of
from onrecord.intake.formats.wire.release import check_release
from onrecord.intake.formats.wire.story import Story, page_of
from onrecord.intake.links import LeftOut
from onrecord.intake.reading.xml import document, entries, local_name, root_of
from onrecord.intake.source import Source
from onrecord.model import Page

_OTHERS = ("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")


def _is_root(head: str, *names: str) -> float:
    root = root_of(head)
    return float(root is not None and root[0] in names)


def _parts(source: Source) -> Iterator[Part]:
    """Item by item, as it stands in the message; packages and the like hold no story of their own."""
    for element in entries(source, "newsItem", *_OTHERS):
        name = local_name(element)
        if name == "newsItem":
            identity = (element.get("guid") or "an item without an identity")[:300]
            yield source.inside(tostring(element, encoding="utf-8", with_tail=False), f"{source.name}, {identity}")
        else:
            yield LeftOut(source=source.name, counts={name: 1})


def _opened(page: Page) -> Page:
    """In the worker: the item is read whole."""
    item = document(page.data, page.name)
    if local_name(item) != "newsItem":
        raise PageHasNoArticle(page.name, f"a {local_name(item)}, which names others and tells no story of its own")
    about = find(item, "itemMeta")
    embargo = find(about, "embargoed")
    check_release(
        page.name,
        status=code(find(about, "pubStatus"), "qcode", "uri"),
        embargo=None if embargo is None else words(embargo) or "",
    )
    return page_of(page, _story(item, about, _inside(item, page.name)))


def _story(item: _Element, about: _Element | None, inside: Story) -> Story:
    """What the item says of its story, and the text ``inside``, which says of itself what the item doesn't."""
    content = find(item, "contentMeta")
    return Story(
        headline=_headline(content) or inside.headline,
        body=inside.body,
        marked_up=inside.marked_up,
        dateline=words(find(content, "dateline")) or inside.dateline,
        byline=[name for name in map(words, find_all(content, "by")) if name] or tuple(inside.byline),
        outlet=_provider(about) or inside.outlet,
        credits=[*(name for name in map(_name, find_all(content, "infoSource")) if name), *inside.credits],
        published=_created(about, content),
        changed=_first(about, "versionCreated"),
        language=_language(item, content) or inside.language,
        uri=item.get("guid"),
    )


def _created(about: _Element | None, content: _Element | None) -> str | None:
    return _first(about, "firstCreated") or _first(content, "contentCreated") or _first(about, "versionCreated")


def _first(element: _Element | None, name: str) -> str | None:
    return words(find(element, name))


def _inside(item: _Element, name: str) -> Story:
    """The text: NITF or XHTML in XML, or data in the line."""
    kept = find(item, "contentSet")
    nitf = find(kept, "nitf")
    if nitf is not None:
        return story_of(nitf, name)
    markup = find(kept, "body", "inlineXML")
    if markup is not None:
        return Story(headline=words(find(kept, "title")), body=as_html(markup))
    data = find(kept, "inlineData")
    text = "" if data is None else "".join(map(str, data.itertext()))
    is_html = data is not None and "html" in (data.get("contenttype") or "")
    return Story(headline=None, body=text, marked_up=is_html)


def _headline(content: _Element | None) -> str | None:
    """The main one where there are several."""
    found = list(find_all(content, "headline"))
    main = [each for each in found if (each.get("role") or "main").rpartition(":")[2] in ("main", "headline", "title")]
    return next((line for line in map(words, main + found) if line), None)


def _provider(about: _Element | None) -> str | None:
    provider = find(about, "provider")
    return None if provider is None else _name(provider)


def _name(element: _Element) -> str | None:
    """What a party is called: by its name, else by its literal or code without the scheme."""
    named = words(find(element, "name"))
    return named or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2] or None


def _language(item: _Element, content: _Element | None) -> str | None:
    element = find(content, "language")
    tag = element.get("tag") if element is not None else None
    return tag or item.get("{http://www.w3.org/XML/1998/namespace}lang")


ITEM = Format(
    name="newsml",
    what="a story in NewsML-G2",
    looks_like=lambda head: _is_root(head, "newsItem", *_OTHERS),
    opened=_opened,
)
MESSAGE = Format(
    name="newsml-message",
    what="a message in NewsML-G2",
    looks_like=lambda head: _is_root(head, "newsMessage"),
    parts=_parts,
)
