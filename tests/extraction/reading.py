"""Read a text and get its statements as words, so that tests read like the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.extraction import attributions, extract
from onrecord.model import Article, Attribution, Span, Statement, quote


def article(body: str, *, title: str = "", **fields: Any) -> Article:
    """An article whose text is the title, a blank line and the paragraphs."""
    text = f"{title}\n\n{body}" if title else body
    return Article(id="a1", revision="r1", url=None, title=title, text=text, **fields)


def statements(body: str, *, title: str = "") -> list[tuple[Statement, str]]:
    """Each statement with its content's words."""
    read = article(body, title=title)
    return [(s, read[s.content]) for s in extract(read)]


def only(body: str) -> Statement:
    """The one statement of a text."""
    found = extract(article(body))
    assert len(found) == 1, [quote(body, s.content) for s in found]
    return found[0]


def triples(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, as words."""
    return [(quote(text, a.source), quote(text, a.cue), quote(text, a.content)) for a in attributions(text)]


_MARK = re.compile(r"\{([SQC])\|([^{}]*)\}")


def marked(words: str) -> tuple[str, Attribution]:
    """A text and its attribution, from "{S|Ada Roe} {Q|said} {C|it broke}.", without a reader."""
    spans: dict[str, list[Span]] = {"S": [], "Q": [], "C": []}
    text = ""
    for role, piece in _pieces(words):
        if role:
            spans[role].append(Span(len(text), len(text) + len(piece)))
        text += piece
    return text, Attribution(source=tuple(spans["S"]), cue=tuple(spans["Q"]), content=tuple(spans["C"]))


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    at = 0
    for match in _MARK.finditer(words):
        yield "", words[at : match.start()]
        yield match[1], match[2]
        at = match.end()
    yield "", words[at:]
