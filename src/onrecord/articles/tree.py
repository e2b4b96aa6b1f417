"""An HTML page as a tree, whatever it is made of."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, HTMLParser


def tree_of(text: str) -> HtmlElement | None:
    """The page's root element, or None where there is nothing to parse."""
    data = text.encode("utf-8", errors="replace")  # as bytes: lxml refuses text with an XML declaration
    # Without huge_tree libxml2 stops at a depth of 256, which keeps all that walks the tree sane.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:
        return None
    return root if isinstance(root, HtmlElement) else None
