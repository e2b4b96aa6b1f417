"""How a page writes 03/04/2017: the day first or the month first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.articles.markup.blocks import Block

_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_MONTH_FIRST = frozenset({"us", "ph"})
_DAY_FIRST_TOP = frozenset(
    {"uk", "au", "nz", "ie", "in", "za", "fr", "es", "it", "de", "at", "ch", "pt", "br", "ar", "mx", "be", "nl"}
)
_ENGLISH_OR_EASTERN = frozenset({"en", "zh", "ja", "ko", "hu", "fa"})


def day_first_of(tree: HtmlElement, url: str | None, blocks: Iterable[Block]) -> bool | None:
    """True: the day comes first; False: the month; None: the page does not tell.

    An unambiguous date on the page tells best, then the country in its language code, its language, its host.
    """
    told = order_in(block.words for block in blocks)
    if told is not None:
        return told
    code = (tree.getroottree().getroot().get("lang") or "").lower().replace("_", "-").split("-")
    if len(code) > 1 and len(code[1]) == 2:
        return code[1] not in _MONTH_FIRST
    if len(code[0]) == 2 and code[0] not in _ENGLISH_OR_EASTERN:
        return True
    host = (urlsplit(url).hostname or "") if url else ""
    return True if host.rsplit(".", 1)[-1] in _DAY_FIRST_TOP else None


def order_in(lines: Iterable[str]) -> bool | None:
    """What the dates with slashes in some lines tell, if they don't contradict each other."""
    found = {first > 12 for line in lines for first, second in _pairs(line) if (first > 12) != (second > 12)}
    return found.pop() if len(found) == 1 else None


def _pairs(line: str) -> list[tuple[int, int]]:
    if "/" not in line or len(line) > 2_000:
        return []
    return [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(line)]
