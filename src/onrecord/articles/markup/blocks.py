"""The visible lines of an HTML page, in order, each with the part of the page that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from onrecord.articles.characters import collapsed
from onrecord.languages import table

MOST_LINES = 20_000
_LARGEST_PART = 0.4  # of the page's text
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "select",
        "textarea",
        "math",
        "canvas",
    ]
)
_INLINE_NAMES = """a abbr acronym b bdi bdo big cite code em font i img ins kbd label mark q s small span strong sub sup
    time u var wbr"""
_INLINE = frozenset(_INLINE_NAMES.split())
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_DATE_MARK = re.compile(r"date(?!-?picker)|datum|published|\bpost(?:ed)?-?on|timestamp|pub-?time|\btime\b", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """A line as the reader sees it. ``reason`` names its part of the page (empty: none of those that aren't the story).

    ``machine_date`` is what a ``<time datetime>`` in it says; ``marked_date``: the page calls it a date.
    """

    words: str
    tag: str
    reason: str
    machine_date: str = ""
    marked_date: bool = False
    published: bool = False


@dataclass(slots=True)
class _Line:
    """A line while it is read."""

    pieces: list[str] = field(default_factory=list)
    machine_date: str = ""
    marked_date: bool = False
    published: bool = False


@dataclass(slots=True)
class _Part:
    """A named part of the page, and how many characters of text it holds."""

    name: str
    outer: _Part | None
    size: int = 0

    def grow(self, by: int) -> None:
        part: _Part | None = self
        while part is not None:
            part.size += by
            part = part.outer

    def reason(self, most: float) -> str:
        """Its name, or that of what it stands in where it holds too much to be an aside (a class "with-menu")."""
        part: _Part | None = self
        while part is not None and part.size > most:
            part = part.outer
        return part.name if part else ""


def blocks_of(tree: HtmlElement, *, most_lines: int = MOST_LINES) -> tuple[Block, ...]:
    """The lines of the page, scripts and hidden parts left out, no more than ``most_lines``."""
    found = list(islice(_lines(tree), most_lines))
    most = _LARGEST_PART * sum(len(block.words) for block, _ in found)
    return tuple(replace(block, reason=part.reason(most)) for block, part in found)


def _lines(tree: HtmlElement) -> Iterator[tuple[Block, _Part]]:
    walk = iterwalk(tree, events=("start", "end"))
    above: list[tuple[_Part, str]] = [(_Part("", None), "body")]  # the part and block tag of each open element
    line = _Line()
    for event, element in walk:
        if event == "start" and _unseen(element):
            walk.skip_subtree()
            above.append(above[-1])
            continue
        if element.tag not in _INLINE:
            yield from _closed(line, *above[-1])
            line = _Line()
        if event == "start":
            part, tag = above[-1]
            names = _names(element)
            above.append((_opened(element, names, part), tag if element.tag in _INLINE else str(element.tag)))
            _note(line, element, names)
            line.pieces.append(element.text or "")
        else:
            above.pop()
            line.pieces.append(element.tail or "")
    yield from _closed(line, *above[-1])


def _closed(line: _Line, part: _Part, tag: str) -> Iterator[tuple[Block, _Part]]:
    if words := collapsed("".join(line.pieces)):
        part.grow(len(words))
        yield Block(words, tag, "", line.machine_date, line.marked_date, line.published), part


def _note(line: _Line, element: HtmlElement, names: str) -> None:
    """What the element says of a date in its line."""
    if element.tag == "time":
        line.machine_date = line.machine_date or (element.get("datetime") or "")[:60]
    itemprop = (element.get("itemprop") or "").lower()
    line.published = line.published or "datepublished" in itemprop or element.get("pubdate") is not None
    if "datepublished" in itemprop:
        line.machine_date = (element.get("content") or element.get("datetime") or line.machine_date)[:60]
    line.marked_date = line.marked_date or element.tag == "time" or bool(_DATE_MARK.search(names))


def _unseen(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search((element.get("style") or "")[:500]))


def _names(element: HtmlElement) -> str:
    return " ".join((element.get(attribute) or "")[:200] for attribute in ("class", "id", "itemprop", "role"))


def _opened(element: HtmlElement, names: str, outer: _Part) -> _Part:
    """The part that an element opens, or the one that it stands in."""
    if element.tag in _WHOLE_PAGE:
        return outer
    words = (_PARTS.get(word.lower()) for word in _NAME_WORD.findall(names))
    name = next(filter(None, words), None) or table("en", "page_parts")["tags"].get(element.tag)
    return _Part(name, outer) if name and name != outer.name else outer


_PARTS = {word: part for part, words in table("en", "page_parts")["words"].items() for word in words}
