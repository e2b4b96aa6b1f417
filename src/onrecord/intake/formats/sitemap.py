"""Sitemaps, sitemap indexes and news sitemaps, read as they come: memory holds one address."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from onrecord.errors import PageEmpty
from onrecord.intake.addresses import web_address
from onrecord.intake.format import Format, Part
from onrecord.intake.links import Link
from onrecord.intake.reading.xml import entries, local_name, root_of, sibling_tag
from onrecord.intake.source import Source

_ROOTS = frozenset({"urlset", "sitemapindex"})
_LONGEST = 1_000  # characters of a title or name


def _looks_like(head: str) -> float:
    root = root_of(head)
    return float(root is not None and root[0] in _ROOTS)


def _parts(source: Source) -> Iterator[Part]:
    for number, element in enumerate(entries(source, "url", "sitemap"), 1):
        address = web_address(_own(element, "loc"), source.known.url)
        if address is None:
            yield PageEmpty(f"{source.name}, entry {number}", "an entry without a web address")
        else:
            yield _link(element, address, source.name)


def _link(element: _Element, address: str, name: str) -> Link:
    news = {local_name(each): _words(each) for each in _news(element)}
    return Link(
        url=address,
        source=name,
        title=news.get("title"),
        published=news.get("publication_date"),
        changed=_own(element, "lastmod"),
        outlet=news.get("name"),
        language=news.get("language"),
    )


def _own(element: _Element, name: str) -> str | None:
    """The words of a child in the namespace of its parent: pictures and films have a ``loc`` as well."""
    child = next(element.iterchildren(sibling_tag(element, name)), None)
    return None if child is None else _words(child)


def _news(element: _Element) -> Iterator[_Element]:
    """What stands in ``news:news`` and its ``news:publication``."""
    for child in element.iterchildren():
        if local_name(child) == "news":
            yield from (each for each in child.iter() if isinstance(each.tag, str) and not len(each))


def _words(element: _Element) -> str | None:
    return " ".join("".join(map(str, element.itertext())).split())[:_LONGEST] or None


FORMAT = Format(
    name="sitemap",
    what="a sitemap",
    looks_like=_looks_like,
    parts=_parts,
)
