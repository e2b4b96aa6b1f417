"""What a page says of itself in its head and in JSON-LD: titles, authors, sites, address, dates, and where."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from onrecord.articles.markup import jsonld

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{1,14}[a-z_]{0,4}/(?=https?://)")
LONGEST = 1_000  # characters; a longer value is no title, name or date
MOST = 100  # values of one kind


class Stated(NamedTuple):
    """A value, whitespace collapsed, and where it stood: ``og:title``, ``jsonld headline``, ``title`` …"""

    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """All that a page says of itself, unjudged, in page order, meta tags before JSON-LD. Dates are as written."""

    titles: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    sites: tuple[Stated, ...] = ()
    publishers: tuple[Stated, ...] = ()
    published: tuple[Stated, ...] = ()
    modified: tuple[Stated, ...] = ()
    url: str | None = None
    language: str | None = None

    @property
    def host(self) -> str:
        """The host of the page's address, without ``www.``; empty where it gives none."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.") if self.url else ""


_META: dict[str, str] = {
    "titles": """og:title twitter:title headline title dc.title dcterms.title sailthru.title parsely-title
        citation_title""",
    "authors": """author authors creator byl article:author article:author_name og:article:author article.author
        dc.creator dcterms.creator sailthru.author parsely-author citation_author cxenseparse:author
        shareaholic:article_author_name""",
    "sites": "og:site_name application-name apple-mobile-web-app-title al:ios:app_name",
    "publishers": "publisher article:publisher dc.publisher dcterms.publisher citation_journal_title",
    "published": """article:published_time og:article:published_time og:published_time article:published
        article.published published_time datepublished publish-date publishdate publication_date pubdate dc.date
        dc.date.issued dcterms.date dcterms.created dcterms.issued sailthru.date parsely-pub-date
        citation_publication_date cxenseparse:recs:publishtime date displaydate""",
    "modified": """article:modified_time article:modified article.updated og:updated_time datemodified lastmod
        last-modified lastupdate dcterms.modified""",
}
_FIELD = {name: field for field, names in _META.items() for name in names.split()}


def metadata_of(tree: HtmlElement, *, url: str | None = None) -> PageMetadata:
    """Reads the head, the meta tags wherever they stand, and the JSON-LD. Never fails; takes linear time.

    ``url`` is where the page came from, if that is known: its address where it gives none itself.
    """
    found: dict[str, list[Stated]] = {field: [] for field in _META}
    for meta in tree.iter("meta"):
        _add_meta(found, meta)
    _add_title_tag(found, tree)
    _add_jsonld(found, jsonld.nodes_of(tree))
    unique = {field: tuple(dict.fromkeys(values[:MOST])) for field, values in found.items()}
    return PageMetadata(url=_address(tree) or (_absolute("", url) if url else None), language=_language(tree), **unique)


def _add_meta(found: dict[str, list[Stated]], meta: HtmlElement) -> None:
    content = " ".join(html.unescape((meta.get("content") or "")[: LONGEST + 1]).split())
    if not content or len(content) > LONGEST:
        return
    for attribute in ("property", "name", "itemprop"):
        name = (meta.get(attribute) or "")[:60].strip().lower()
        if field := _FIELD.get(name):
            found[field].append(Stated(content, name))
            return


def _add_title_tag(found: dict[str, list[Stated]], tree: HtmlElement) -> None:
    for title in tree.iter("title"):
        parent = title.getparent()
        if parent is not None and parent.tag in ("svg", "symbol", "g"):
            continue
        text = " ".join((title.text or "")[:LONGEST].split())
        if text:
            found["titles"].append(Stated(text, "title"))
            return


def _add_jsonld(found: dict[str, list[Stated]], nodes: tuple[jsonld.Node, ...]) -> None:
    def add(field: str, where: str, values: Iterable[str]) -> None:
        found[field].extend(Stated(value, f"jsonld {where}") for value in values if len(value) <= LONGEST)

    for node in jsonld.articles_in(nodes):
        add("titles", "headline", jsonld.strings(node.get("headline")))
        add("authors", "author", jsonld.strings(node.get("author"), "name"))
        add("publishers", "publisher", jsonld.strings(node.get("publisher"), "name"))
        add("published", "datePublished", jsonld.strings(node.get("datePublished"), "@value"))
        add("modified", "dateModified", jsonld.strings(node.get("dateModified"), "@value"))
    for node in nodes:
        if node.get("@type") == "WebSite":
            add("sites", "name", jsonld.strings(node.get("name")))


def _address(tree: HtmlElement) -> str | None:
    """The canonical address: ``rel=canonical``, else ``og:url``; an http(s) address with a host, or None."""
    base = next((e.get("href") for e in tree.iter("base") if e.get("href")), "") or ""
    links = (e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    metas = (e.get("content") for e in tree.iter("meta") if (e.get("property") or "").lower() == "og:url")
    for written in (*links, *metas):
        if written and len(written) <= LONGEST * 2 and (address := _absolute(base, written.strip())):
            return address
    return None


def _absolute(base: str, written: str) -> str | None:
    try:
        address = _ARCHIVED.sub("", urljoin(base, written))
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _language(tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    written = (root.get("lang") or root.get("xml:lang") or "")[:20]
    return written.replace("_", "-").split("-")[0].strip().lower() or None
