"""Statements by hand: words are found in a text, so that tests read like the text."""

from __future__ import annotations

import re
from typing import Any

from onrecord.model import Article, Span, Spans, Statement
from onrecord.resolution import resolve


def article(text: str, *, title: str = "", **fields: Any) -> Article:
    """An article whose text is the title, a blank line and the paragraphs."""
    whole = f"{title}\n\n{text}" if title else text
    return Article(id="a0", revision="r0", url=None, title=title, text=whole, **fields)


def span(text: str, words: str) -> Span:
    """Where whole words stand; ``words@2`` is their second occurrence."""
    wanted, _, number = words.partition("@")
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    at = found[int(number or 1) - 1]
    return Span(at, at + len(wanted))


def spans(text: str, *pieces: str) -> Spans:
    """Several pieces of one span set."""
    return tuple(span(text, p) for p in pieces if p)


def statement(art: Article, content: str, source: str = "", cue: str = "", **fields: Any) -> Statement:
    """A statement of an article; its id is the content's place."""
    where = spans(art.text, content)
    quoted = content[:1] in '"“' and content.split("@", maxsplit=1)[0][-1:] in '"”'
    fields.setdefault("form", "direct" if quoted else "indirect")
    fields.setdefault("id", f"s{where[0].start}")
    fields["insertions"] = spans(art.text, *fields.get("insertions", ()))
    return Statement(content=where, source=spans(art.text, source), cue=spans(art.text, cue), **fields)


def one(text: str, content: str, source: str = "", cue: str = "", **fields: Any) -> Statement:
    """The only statement of a text, resolved."""
    art = article(text)
    return resolve(art, [statement(art, content, source, cue, **fields)])[0]


def told(text: str, *parts: tuple[str, ...]) -> list[Statement]:
    """Several statements of one text (content, source, cue), resolved."""
    art = article(text)
    return list(resolve(art, [statement(art, *p) for p in parts]))
