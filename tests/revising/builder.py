"""Invented articles in two states."""

import re

from onrecord.model import Article, Figure, Span

TITLE = "Ferry sinks off Marlow Point"
BODY = (
    "A ferry sank off Marlow Point on Monday night, and 23 people were killed, the coast guard said.",
    "“The vessel went down in less than ten minutes,” captain Orla Venn told reporters. “We will search on.”",
    "Transport minister Dask Hollin said that the ferry had passed its inspection. He promised an inquiry.",
    "The ferry, built in 2009, runs twice a day between Marlow and the island of Tesk.",
)


def article(*paragraphs: str, title: str = TITLE, id: str = "a1") -> Article:
    text = "\n".join((title, "", *(paragraphs or BODY)))
    return Article(id=id, revision=str(abs(hash(text))), url="https://fenn.example/ferry", title=title, text=text)


def edited(*pairs: tuple[str, str], title: str = TITLE) -> Article:
    text = "\n".join(BODY)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return article(*text.split("\n"), title=title)


def figures(text: str) -> tuple[Figure, ...]:
    """Every number written with digits, years left out."""
    found = (match for match in re.finditer(r"\d[\d.]*", text) if len(match[0]) < 4)
    return tuple(
        Figure(span=Span(*m.span()), low=float(m[0].rstrip(".")), high=float(m[0].rstrip(".")), noun="people")
        for m in found
    )
