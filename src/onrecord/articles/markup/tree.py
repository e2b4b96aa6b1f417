"""An HTML page as a tree, whatever it is made of."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

# Elements that only wrap others. A page nested beyond what libxml2 takes (2,048) is read without them.
_WRAPPERS = re.compile(
    r"</?(?:a|abbr|article|b|big|blockquote|center|dd|div|dl|dt|em|fieldset|font|form|i|ins|li|main|ol|q|s|section|small"
    r"|span|strong|sub|sup|table|tbody|td|tr|tt|u|ul)(?=[\s/>])[^<>]*>",
    re.I,
)


def tree_of(text: str) -> HtmlElement | None:
    """The page's root element, or None where there is nothing to parse."""
    root, is_whole = _parsed(text)
    return root if is_whole else _parsed(_WRAPPERS.sub("\n", text))[0]


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """The root, and whether the parser came to the end of the page."""
    data = text.encode("utf-8", errors="replace")  # as bytes: lxml refuses text with an XML declaration
    # huge_tree lifts the limit of 10 MB for one text; the worker that reads pages limits memory.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, True
    too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return (root if isinstance(root, HtmlElement) else None), not too_deep
