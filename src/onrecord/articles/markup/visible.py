"""What a reader sees of an HTML page, in order, and where its headings and bylines stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

BREAK = "\x1f"
"""Stands where an inline element begins or ends inside a line: names side by side would run together without it."""

LONGEST = 2_000_000  # characters; headline and byline stand before that
MOST_MARKS = 2_000
_LONGEST_BYLINE = 1_000  # characters
_LARGEST_ASIDE = 0.5  # of the text: a wrapper named "with-sidebar" is no aside
_UNSEEN = frozenset({"head", "script", "style", "template", "svg", "select", "button", "iframe", "textarea"})
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
))  # fmt: skip
_IN_WORD = re.compile(rf"(?<=[^\W\d_]){BREAK}{{1,9}}(?=[a-zà-ÿ])")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_HIDDEN_BY_NAME = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "element-invisible"})
_SPOKEN_BY = re.compile(
    r"\W{0,9}(?:posted |written )?by\W{0,9}", re.I
)  # told to screen readers alone, yet it opens a byline
_ASIDE_TAGS = frozenset({"nav", "aside", "footer"})
_ASIDE = re.compile(
    r"comment(?!ar[iy]|at)|respond|related|recirc|sidebar|popular|trending|most-?read|newsletter|subscri|breadcrumb"
    r"|\bfooter|cookie|more-?(?:from|on|stories)|recommend|promo\b|teaser",
    re.I,
)
_BYLINE = re.compile(
    r"author(?!i[tz])|by-?_?line\b|byline|\breporter|journalist|contributor|\bwriter|\bposted-?by|\bautor(?:es|in)?\b"
    r"|\bauteur|verfasser",
    re.I,
)
_AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|staff|people|persons?|profiles?|contributors?|reporters?|journalists?|writers?"
    r"|columnists?|personalities|bio|by)/[^/?#]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An element's place ``[start, end)`` in the visible text, and whether it stands aside from the story."""

    element: HtmlElement
    start: int
    end: int
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Visible:
    """The visible text (lines of block elements, ``BREAK`` between inline ones) with its headings and byline elements.

    The marks are in the order in which their elements begin.
    """

    text: str
    headings: tuple[Mark, ...]
    bylines: tuple[Mark, ...]

    def pieces(self, start: int, end: int) -> tuple[str, ...]:
        """The text at a place, whitespace collapsed, cut where elements meet, but not inside a word ("Woo<b>d</b>")."""
        cut = re.split(f"[\n{BREAK}]", _IN_WORD.sub("", self.text[start:end]))
        return tuple(piece for piece in (" ".join(text.split()) for text in cut) if piece)


def visible_of(tree: HtmlElement) -> Visible:
    """Walks the page once, in linear time."""
    return _Walk().over(tree)


def named(element: HtmlElement) -> str:
    """The words by which a page names an element: class, id, rel, itemprop."""
    return " ".join((element.get(attribute) or "")[:300] for attribute in ("class", "id", "rel", "itemprop"))


@dataclass(slots=True)
class _Walk:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    headings: list[Mark] = field(default_factory=list)
    bylines: list[Mark] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)
    begun: dict[HtmlElement, int] = field(default_factory=dict)

    def over(self, tree: HtmlElement) -> Visible:
        walk = iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif isinstance(element.tag, str) and not _unseen(element):
                self._begin(element)
            else:
                walk.skip_subtree()
            if self.length > LONGEST:
                break
        aside = _Regions(self.asides, most=self.length * _LARGEST_ASIDE)
        return Visible("".join(self.pieces), _placed(self.headings, aside), _placed(self.bylines, aside))

    def _begin(self, element: HtmlElement) -> None:
        self._add(BREAK if element.tag in _INLINE else "\n")
        self.begun[element] = self.length
        self._add(element.text or "")

    def _end(self, element: HtmlElement) -> None:
        start = self.begun.pop(element, None)
        if start is not None:
            self._mark(element, start)
            self._add(BREAK if element.tag in _INLINE else "\n")
        self._add(element.tail or "")

    def _mark(self, element: HtmlElement, start: int) -> None:
        if self.length == start or len(self.headings) + len(self.bylines) > MOST_MARKS:
            return
        mark = Mark(element, start, self.length)
        if _is_aside(element):
            self.asides.append((start, self.length))
        if element.tag in _HEADINGS:
            self.headings.append(mark)
        elif self.length - start < _LONGEST_BYLINE and _is_byline(element):
            self.bylines.append(mark)

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)


class _Regions:
    """Places in the text, merged where they overlap."""

    def __init__(self, regions: list[tuple[int, int]], *, most: float) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(region for region in regions if region[1] - region[0] <= most):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.ends[at]


def _placed(marks: list[Mark], aside: _Regions) -> tuple[Mark, ...]:
    in_order = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    return tuple(replace(mark, aside=mark.start in aside) for mark in in_order)


def _unseen(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):  # hidden until a script has run
        return False
    if element.tag == "noscript":  # one that is never closed swallows the page
        return element.find(".//h1") is None
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    if _SPOKEN_BY.fullmatch((element.text or "")[:40]):
        return False
    style = element.get("style")
    return bool(style and _HIDDEN.search(style[:500])) or any(word in _HIDDEN_BY_NAME for word in _classes(element))


def _classes(element: HtmlElement) -> Iterator[str]:
    yield from (element.get("class") or "")[:300].lower().split()


def _is_aside(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article") or _BYLINE.search(element.get("class") or ""):
        return False
    return element.tag in _ASIDE_TAGS or _ASIDE.search(named(element)) is not None


def _is_byline(element: HtmlElement) -> bool:
    if _BYLINE.search(named(element)):
        return True
    return element.tag == "a" and _AUTHOR_ADDRESS.search((element.get("href") or "")[:500]) is not None
