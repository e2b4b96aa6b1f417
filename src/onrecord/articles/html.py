"""HTML: the story's paragraphs against all else on the page."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import Document

from onrecord.articles.characters import collapsed
from onrecord.articles.metadata import metadata_of
from onrecord.articles.story import Story
from onrecord.articles.tree import tree_of

_BLOCKS = frozenset({"p", "head", "item", "quote", "code", "list", "row", "table", "lb", "div", "body"})


def read_html(text: str) -> Story | None:
    """The story of an HTML page; None where there is none."""
    tree = tree_of(text)
    if tree is None:
        return None
    metadata = metadata_of(tree)
    title = metadata.titles[0].value if metadata.titles else ""
    paragraphs = tuple(line for line in _body(tree) if line != title)
    outlet = next((site.value for site in (*metadata.sites, *metadata.publishers)), None)
    byline = tuple(dict.fromkeys(author.value for author in metadata.authors))
    return Story(title=title, paragraphs=paragraphs, url=metadata.url, outlet=outlet, byline=byline)


def _body(tree: HtmlElement) -> list[str]:
    # Precision gave the best F1 of all settings on 181 pages: .964 (.962 fast, .960 as it comes).
    found = bare_extraction(deepcopy(tree), include_comments=False, favor_precision=True)
    return list(_lines(found.body)) if isinstance(found, Document) else []


def _lines(body: _Element) -> Iterator[str]:
    """The text of a tree as lines: a block element starts and ends one."""
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            if line := collapsed("".join(pieces)):
                yield line
            pieces.clear()
        pieces.append((element.text if event == "start" else element.tail) or "")
    if line := collapsed("".join(pieces)):
        yield line
