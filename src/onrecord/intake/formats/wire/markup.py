"""What the XML formats of agencies share: finding elements whatever their namespace, and their text as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import Element, _Element, cleanup_namespaces, tostring

from onrecord.intake.reading.xml import html_name

_BLOCKS = {"hl2": "h2", "hl1": "h1", "block": "div", "bq": "blockquote"}
_NO_TEXT = frozenset({"media", "media-metadata", "media-object", "script", "style", "note"})


def find(element: _Element | None, *names: str) -> _Element | None:
    """The first descendant of a local name, looked for name by name."""
    return next((found for name in names for found in find_all(element, name)), None)


def find_all(element: _Element | None, name: str) -> Iterator[_Element]:
    """The descendants of a local name."""
    return element.iter(f"{{*}}{name}") if element is not None else iter(())


def words(element: _Element | None) -> str | None:
    """The text in an element, as one line."""
    text = "" if element is None else " ".join("".join(map(str, element.itertext())).split())
    return text or None


def code(element: _Element | None, *attributes: str) -> str | None:
    """What an element says by its attributes, else by its text."""
    named = (element.get(name) for name in attributes) if element is not None else ()
    return next((value for value in named if value), None) or words(element)


def as_html(element: _Element) -> str:
    """What stands in an element, as HTML: names without namespaces, blocks by HTML's names, pictures left out."""
    for inner in list(element.iter()):
        if not isinstance(inner.tag, str):
            continue
        name = html_name(inner)
        if name in _NO_TEXT and inner is not element:
            _drop(inner)
        inner.tag = _BLOCKS.get(name, name)
    bare = Element("div")  # outside of its document: the names of namespaces hold dates, which are not the story's
    text = element.text or ""
    bare.extend(list(element))
    cleanup_namespaces(bare)
    return text + "".join(tostring(child, encoding="unicode", method="html") for child in bare)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
