"""The formats that pages come in. A new one is a file with a ``FORMAT`` and a line in the table."""

from __future__ import annotations

import re

from onrecord.errors import PageEmpty, PageNotText
from onrecord.intake.binary import binary_problem, is_bare_xml, nul_problem, unread_format_problem
from onrecord.intake.format import Format
from onrecord.intake.formats import addresses, gzip, html, sitemap, text
from onrecord.intake.formats.feeds import json as json_feed
from onrecord.intake.formats.feeds import xml as feed
from onrecord.intake.reading.inflating import is_gzip
from onrecord.intake.source import Source

_TEXT_START = re.compile(r"[^\W\d_]|\d")
FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        html.FORMAT,
        feed.FORMAT,
        json_feed.FORMAT,
        sitemap.FORMAT,
        addresses.FORMAT,
        gzip.FORMAT,
        text.FORMAT,
    )
}


def format_of(source: Source) -> Format:
    """The format that a source begins like.

    Raises:
        PageEmpty, PageNotText: nothing in it, or nothing that can be read; says what it is and what to do.
    """
    told = _best([(known, known.begins(source.opening)) for known in FORMATS.values()])
    if told is not None:
        return told
    if is_gzip(source.head):
        return gzip.FORMAT
    if problem := binary_problem(source.opening):
        raise PageNotText(source.name, problem)
    return _format_of_text(source)


def _format_of_text(source: Source) -> Format:
    head = source.text
    if not _TEXT_START.search(head):
        raise PageEmpty(source.name, "nothing in it to read")
    if problem := nul_problem(head):
        raise PageNotText(source.name, problem)
    made = format_of_text(head)
    if made is text.FORMAT and (problem := unread_format_problem(head)):
        raise PageNotText(source.name, problem)
    if made is text.FORMAT and is_bare_xml(head):
        raise PageNotText(source.name, "this is XML of an unknown kind; save the article's own page and read that")
    return made


def format_of_text(head: str) -> Format:
    """The format that the beginning of a decoded page looks most like."""
    return _best([(known, known.looks_like(head)) for known in FORMATS.values()]) or text.FORMAT


def _best(scored: list[tuple[Format, float]]) -> Format | None:
    best, score = max(scored, key=lambda pair: pair[1])
    return best if score else None
