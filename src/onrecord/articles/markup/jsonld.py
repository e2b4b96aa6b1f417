"""JSON-LD blocks of a page, read from whatever pages put there: broken, nested, huge, or of another thing."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from lxml.html import HtmlElement

Node: TypeAlias = Mapping[str, Any]

LONGEST_BLOCK = 2_000_000  # characters; a longer block is no description of an article
MOST_NODES = 20_000
MOST_VALUES = 200  # of one property
_ASIDE = frozenset({"comment", "comments", "itemListElement", "review", "mentions", "hasPart", "citation", "isPartOf"})
_TRAILING_COMMA = re.compile(r",(?=\s{0,99}[}\]])")
_WRAPPING = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*|\*/")
_PIECE = re.compile(r'"(headline|datePublished|dateModified)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,1000})"')
_AUTHOR = re.compile(
    r'"author"\s{0,9}:[^"]{0,40}"(?:@type"[^"]{0,9}"Person"[^"]{0,9}")?name"\s{0,9}:\s{0,9}"([^"\\]{1,200})"'
)
_ARTICLE = ("article", "posting", "report", "review", "liveblog", "opinion", "creativework")


def nodes_of(tree: HtmlElement) -> tuple[Node, ...]:
    """All objects of the page's JSON-LD, in page order, comments and lists of other articles left out.

    A reference (``{"@id": …}``) is replaced by the object that it points to. A block that can't be parsed is
    mended where that is easy, else read piece by piece (headline, dates, author).
    """
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and len(found) < MOST_NODES:
            found.extend(_walk(_parsed(script.text or "")))
    by_id = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 1}
    return tuple(_resolved(node, by_id) for node in found)


def articles_in(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Those that describe an article, a post or a report; without a type, those that have what an article has."""
    return tuple(node for node in nodes if any(word in _type(node) for word in _ARTICLE) or _is_untyped(node))


def _is_untyped(node: Node) -> bool:
    return not _type(node) and any(key in node for key in ("headline", "datePublished", "author"))


def strings(value: Any, *keys: str) -> tuple[str, ...]:
    """The texts in a value of JSON-LD: itself, of each item of a list, or under one of ``keys`` of an object."""
    found: list[str] = []
    left, seen = [value], 0
    while left and seen < MOST_VALUES:
        item = left.pop()
        seen += 1
        if isinstance(item, str):
            found.append(_collapsed(item))
        elif isinstance(item, list):
            left.extend(reversed(item[:MOST_VALUES]))
        elif isinstance(item, dict):
            key = next((k for k in keys if item.get(k) and not isinstance(item[k], dict)), None)
            left.extend([item[key]] if key else [])
    return tuple(text for text in found if text)


def _type(node: Node) -> str:
    return " ".join(strings(node.get("@type"))).lower()


def _collapsed(text: str) -> str:
    return " ".join(html.unescape(text[:2000]).split())


def _parsed(text: str) -> Any:
    if len(text) > LONGEST_BLOCK:
        return None
    for attempt in (text, _mended(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _pieces(text)


def _mended(text: str) -> str:
    return _TRAILING_COMMA.sub("", _WRAPPING.sub("", text).strip().rstrip(";"))


def _pieces(text: str) -> dict[str, Any] | None:
    """What a block that is no JSON still says plainly."""
    found: dict[str, Any] = {}
    for match in _PIECE.finditer(text):
        found.setdefault(match[1], _unescaped(match[2]))
    if author := _AUTHOR.search(text):
        found["author"] = author[1]
    return found or None


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _walk(value: Any) -> Iterator[Node]:
    left, seen = [value], 0
    while left and seen < MOST_NODES:
        item = left.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
            left.extend(v for k, v in reversed(item.items()) if isinstance(v, dict | list) and k not in _ASIDE)
        elif isinstance(item, list):
            left.extend(reversed(item[:MOST_NODES]))


def _resolved(node: Node, by_id: Mapping[str, Node]) -> Node:
    def pointed(value: Any) -> Any:
        if isinstance(value, dict) and len(value) == 1 and "@id" in value:
            return by_id.get(value["@id"], value) if isinstance(value["@id"], str) else value
        return [pointed(v) for v in value[:100] if not isinstance(v, list)] if isinstance(value, list) else value

    return {key: pointed(value) for key, value in node.items()}
