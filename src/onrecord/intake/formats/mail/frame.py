"""What newsletters put around their text: how to view, forward and leave them."""

from __future__ import annotations

import re
from functools import cache

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

from onrecord.languages import table

_LONGEST = 300
"""Characters of a line that is the frame's: a story may tell how to unsubscribe."""
_BLOCKS = ("p", "td", "div", "li", "a", "span", "center", "font", "h1", "h2", "h3", "h4")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|max-height\s{0,9}:\s{0,9}0", re.I)


def without_frame(text: str, *, marked_up: bool) -> str:
    """The text of a mail without its frame and the hidden lines that inboxes show beside the subject."""
    if not marked_up:
        return "\n".join(line for line in text.splitlines() if not _is_frame(line))
    try:
        tree = document_fromstring(
            text.encode(errors="replace"), parser=HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
        )
    except ParserError:  # nothing in it
        return text
    for element in list(tree.iter(*_BLOCKS)):
        if element.getparent() is not None and (_HIDDEN.search(element.get("style", "")) or _is_frame(_words(element))):
            element.drop_tree()
    return str(tostring(tree, encoding="unicode"))


def _words(element: HtmlElement) -> str:
    """An element's words, or as many of them as show that it is no line."""
    words: list[str] = []
    size = 0
    for piece in element.itertext():
        words.append(str(piece))
        size += len(piece.strip())
        if size > _LONGEST:
            break
    return " ".join("".join(words).split())


def _is_frame(line: str) -> bool:
    return 0 < len(line) <= _LONGEST and bool(_frame().search(line))


@cache
def _frame() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("any", "mails")["frame"]["words"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)
