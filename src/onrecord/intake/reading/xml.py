"""XML from strangers: piece by piece, mended where it is broken, without entities of its own and without network."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml.etree import XMLParser, XMLPullParser, XMLSyntaxError, _Element, fromstring

from onrecord.errors import PageDamaged, PageTooLarge
from onrecord.intake.encoding import declared_encoding, encoding_of
from onrecord.intake.reading.mending import Mending
from onrecord.intake.source import Source

MOST_BYTES = 200_000_000
"""Of one XML document, unpacked. A sitemap may have 50 MB, and no feed comes near that."""
MOST_BETWEEN = 8_000_000
"""Characters from the end of one entry to that of the next: what may stand in memory as a tree."""
MOST_TAGS = 200_000
"""The same in tags, each of which takes some 200 bytes of memory."""
_PIECE = 131_072
_ROOT = re.compile(r"<(?:[\w.-]{1,100}:)?([\w.-]{1,100})([^<>]{0,5000})")
_BRACES = re.compile(r"[{}]")
_HTML_NAME = re.compile(r"[A-Za-z][\w.-]{0,99}", re.A)
_DECLARATION = re.compile(r"^[\s\ufeff]{0,999}<\?xml\s[^>]{0,500}\?>", re.I)
_SAFE: dict[str, Any] = {
    "recover": True,
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def root_of(head: str) -> tuple[str, str] | None:
    """The name of a document's root, without its prefix, and what else stands in its tag; None where there is none."""
    found = _ROOT.match(head, _after_prolog(head))
    return (found[1], found[2]) if found else None


def _after_prolog(head: str) -> int:
    """Past the declaration, instructions, comments and document type, in one pass."""
    at, length = 0, len(head)
    while at < length:
        if head[at].isspace() or head[at] == "\ufeff":
            at += 1
        elif head.startswith("<?", at):
            at = _past(head, "?>", at)
        elif head.startswith("<!--", at):
            at = _past(head, "-->", at)
        elif head.startswith("<!", at):
            at = _past_doctype(head, at)
        else:
            break
    return at


def _past(head: str, end: str, at: int) -> int:
    found = head.find(end, at)
    return len(head) if found < 0 else found + len(end)


def _past_doctype(head: str, at: int) -> int:
    subset, end = head.find("[", at), head.find(">", at)
    return _past(head, ">", _past(head, "]", subset) - 1) if 0 <= subset < end else _past(head, ">", at)


def without_declaration(text: str) -> str:
    """The text without the declaration of the encoding that it was in, and without what stands before the first tag."""
    return _DECLARATION.sub("", text).lstrip("\ufeff \t\r\n")


def local_name(element: _Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def sibling_tag(element: _Element, name: str) -> str:
    """The tag of that name in the namespace of an element; without one where that is broken and holds braces."""
    namespace = str(element.tag).rpartition("}")[0].removeprefix("{")
    return f"{{{namespace}}}{name}" if namespace and not _BRACES.search(namespace) else name


def html_name(element: _Element) -> str:
    """The same as a name that HTML could have; broken markup makes names that nothing could."""
    name = local_name(element).rpartition(":")[2]
    return name if _HTML_NAME.fullmatch(name) else "span"


def entries(
    source: Source, *names: str, beside: tuple[str, ...] = (), start: re.Pattern[str] | None = None
) -> Iterator[_Element]:
    """The elements of these local names in order, and those ``beside`` that stand in none; each is gone at the next.

    What stands before ``start`` is left out. An entry that an unclosed one has swallowed is an entry all the same.
    Memory holds ``MOST_BETWEEN`` characters.

    Raises:
        PageNotText: the document declares entities.
        PageTooLarge: it is over one of the limits.
        PageDamaged: it is cut short, or entries got lost; what could be read was yielded before.
    """
    mending = Mending(source.name, re.compile(rf"<(?:[\w.-]{{1,100}}:)?(?:{'|'.join(names)})(?=[\s/>])"))
    walk = _Walk(frozenset(names), beside, base=source.known.url)
    between, tags, end = 0, 0, ""
    for piece in _pieces(source, mending, start):
        before = walk.found
        yield from walk.over(piece)
        between = between + len(piece) if walk.found == before else 0
        tags = tags if walk.found == before else mending.tags
        end = (end + piece)[-99:]
        if between > MOST_BETWEEN or mending.tags - tags > MOST_TAGS:
            problem = f"{between / 1e6:.1f} MB without one whole entry; what came before was read"
            raise PageTooLarge(source.name, problem)
    _check(source.name, walk.found, mending.opened, end)


def document(data: bytes, name: str, *, charset: str | None = None) -> _Element:
    """The root of a whole document. It takes time and memory in proportion to ``data``: for the worker.

    Raises:
        PageNotText: it declares entities.
        PageDamaged: there is no XML in it.
    """
    encoding = encoding_of(data, charset or declared_encoding(data))
    text = without_declaration(data.decode(encoding, errors="replace"))
    mended = Mending(name).mended(text, last=True)
    try:
        root: _Element | None = fromstring(mended.encode(), parser=XMLParser(encoding="utf-8", **_SAFE))
    except XMLSyntaxError as error:
        raise PageDamaged(name, f"its XML can't be read ({error.msg})") from error
    if root is None:
        raise PageDamaged(name, "its XML is broken from the start")
    return root


def _pieces(source: Source, mending: Mending, start: re.Pattern[str] | None) -> Iterator[str]:
    """The text, mended and without its declaration, which named the encoding that it was in."""
    decoder = getincrementaldecoder(source.encoding)(errors="replace")
    stream, size, first = source.open(), 0, True
    while True:
        data = stream.read(_PIECE)
        size += len(data)
        if size > MOST_BYTES:
            raise PageTooLarge(source.name, f"more than {MOST_BYTES / 1e6:g} MB; what came before was read")
        text = decoder.decode(data, final=not data)
        yield mending.mended(_opening(text, start) if first else text, last=not data)
        first = False
        if not data:
            return


def _opening(text: str, start: re.Pattern[str] | None) -> str:
    found = start.search(text) if start else None
    return without_declaration(text[found.start() if found else 0 :])


class _Walk:
    """The elements that end in each piece of a document."""

    def __init__(self, names: frozenset[str], beside: tuple[str, ...], *, base: str | None) -> None:
        self.found = 0
        self._names = names
        self._open = 0
        tags = [f"{{*}}{name}" for name in (*names, *beside)]
        self._parser = XMLPullParser(events=("start", "end"), tag=tags, base_url=base, **_SAFE)

    def over(self, piece: str) -> Iterator[_Element]:
        with suppress(XMLSyntaxError):  # it gave up, and will say no more: what got lost is counted
            self._parser.feed(piece)
        for event, element in self._parser.read_events():
            self._open += 1 if event == "start" else -1
            is_entry = local_name(element) in self._names
            if event == "end" and (is_entry or not self._open):
                self.found += is_entry
                yield element
                _let_go(element, alone=not self._open)


def _let_go(element: _Element, *, alone: bool) -> None:
    """Free what was read. Where it stands in an entry that is not closed yet, what stands before it is that one's."""
    element.clear()
    parent = element.getparent()
    while alone and parent is not None and parent[0] is not element:
        del parent[0]


def _check(name: str, found: int, opened: int, end: str) -> None:
    if found < opened:
        raise PageDamaged(name, f"its XML is broken: {found} of {opened} entries were read")
    if not end.rstrip("\0 \t\r\n").endswith(">"):
        raise PageDamaged(name, "it is cut short; what came before the cut was read")
