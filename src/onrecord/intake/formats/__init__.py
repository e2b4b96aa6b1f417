"""The formats that pages come in. A new one is a file with a ``FORMAT`` and a line in the table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.errors import PageEmpty, PageNotText
from onrecord.intake.binary import binary_problem, is_bare_xml, nul_problem, unread_format_problem
from onrecord.intake.format import Format, never
from onrecord.intake.formats import addresses, gzip, html, pdf, sitemap, text
from onrecord.intake.formats.archives import arc, wacz, warc
from onrecord.intake.formats.feeds import json as json_feed
from onrecord.intake.formats.feeds import xml as feed
from onrecord.intake.formats.mail import eml, mbox
from onrecord.intake.formats.saved import html as saved_html
from onrecord.intake.formats.saved import mhtml, webarchive
from onrecord.intake.formats.tables import csv as csv_table
from onrecord.intake.formats.tables import json as json_table
from onrecord.intake.formats.wire import newsml, ninjs, nitf
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
        ninjs.ITEM,
        ninjs.LIST,
        newsml.ITEM,
        newsml.MESSAGE,
        nitf.FORMAT,
        addresses.FORMAT,
        warc.FORMAT,
        wacz.FORMAT,
        arc.FORMAT,
        saved_html.FORMAT,
        mhtml.FORMAT,
        pdf.FORMAT,
        webarchive.FORMAT,
        mbox.FORMAT,
        eml.FORMAT,
        json_table.FORMAT,
        json_table.ROW,
        csv_table.FORMAT,
        csv_table.ROW,
        gzip.FORMAT,
        text.FORMAT,
    )
}


_START = 16_384
"""Bytes that formats are told by which are no text."""
_GLANCE = 2_048
"""Characters that most pages are told by: what is certain of them is not looked at any longer."""
_BY_BYTES = tuple(known for known in FORMATS.values() if known.begins is not never)
_BY_TAG = (saved_html.FORMAT, pdf.FORMAT, html.FORMAT)
_BY_TEXT = tuple(known for known in FORMATS.values() if known.looks_like is not never)


def format_of(source: Source) -> Format:
    """The format that a source begins like; of two that are certain, the first in the table.

    Raises:
        PageEmpty, PageNotText: nothing in it, or nothing that can be read; says what it is and what to do.
    """
    start = source.start(_START)
    told = _begun(start)
    if told is not None and not (told.parts is None and is_gzip(source.head)):  # a leaf is to be unpacked first
        return told
    if is_gzip(source.head):
        return gzip.FORMAT
    if problem := binary_problem(start):
        raise PageNotText(source.name, problem)
    return _format_of_text(source)


def _format_of_text(source: Source) -> Format:
    made, score = format_of_text(source.text(_GLANCE))
    if score >= 1:
        return made
    head = source.text()
    if not _TEXT_START.search(head):
        raise PageEmpty(source.name, "nothing in it to read")
    made, score = format_of_text(head)
    if score < 1 and (problem := nul_problem(head)):
        raise PageNotText(source.name, problem)
    if made is text.FORMAT and (problem := unread_format_problem(head)):
        raise PageNotText(source.name, problem)
    if made is text.FORMAT and is_bare_xml(head):
        raise PageNotText(source.name, "this is XML of an unknown kind; save the article's own page and read that")
    return made


def _begun(start: bytes) -> Format | None:
    """By the first bytes; most pages begin with a tag, and few formats do."""
    asked = _BY_TAG if start.startswith(b"<") else _BY_BYTES
    return _best((known, known.begins(start)) for known in asked)[0]


def format_of_text(head: str) -> tuple[Format, float]:
    """The format that the beginning of a decoded page looks most like, and how much."""
    made, score = _best((known, known.looks_like(head)) for known in _BY_TEXT)
    return made or text.FORMAT, score


def _best(scored: Iterable[tuple[Format, float]]) -> tuple[Format | None, float]:
    best, most = None, 0.0
    for made, score in scored:
        if score > most:
            best, most = made, score
        if most >= 1:
            break
    return best, most
