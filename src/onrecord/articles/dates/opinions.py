"""Dates that no tag states plainly: what scripts carry, and what htmldate makes of the page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement

from onrecord.articles.dates.candidates import candidate_of
from onrecord.articles.markup.blocks import Block
from onrecord.articles.written import Written, written_dates
from onrecord.model import DateCandidate

_SOURCE = 2_000_000  # characters of a page that are searched
_SCRIPT = re.compile(r"<script\b(?:[^<]|<(?!/script))*", re.I)
_IN_SCRIPT = re.compile(
    r"(?:datePublished|published_?[aA]t|publishedDate|publish(?:ed)?_?[dD]ate|publicationDate|date_?published|firstPublished)"
    r"(?:\"|&quot;|')\s?:\s?(?:\"|&quot;|')([^\"&']{8,40})"
)


def from_scripts(source: str) -> tuple[DateCandidate, ...]:
    """The day of publication that the page's data names, if it names one alone."""
    found = [w[0] for match in _IN_SCRIPT.finditer(source[:_SOURCE]) if (w := written_dates(match[1]))]
    if len({written.value for written in found}) != 1:
        return ()
    why = "The data in the page’s scripts names it as the day of publication."
    return (replace(candidate_of(found[0], "metadata", why), marked=True),)


def from_htmldate(
    tree: HtmlElement, source: str, blocks: Sequence[Block], body: Collection[str]
) -> tuple[DateCandidate, ...]:
    """Htmldate's opinion, where the day that it names is written on the page, and not in the story: it also guesses."""
    named = find_date(tree, original_date=True)
    if named is None:
        return ()
    day = date.fromisoformat(named)
    words = _seen_as(day, _SCRIPT.sub("", source[:_SOURCE]), blocks, body)
    if words is None:
        return ()
    why = "The library htmldate takes it for the day of publication; the page does not say so plainly."
    return (DateCandidate(value=named, earliest=day, latest=day, where="metadata", words=words, why=why, marked=True),)


def _seen_as(day: date, source: str, blocks: Sequence[Block], body: Collection[str]) -> str | None:
    """How the day is written on the page, if it is; None where only the story tells of it, or it has two readings."""
    seen = [(w, block.words in body) for block in blocks for w in _dates(block)]
    named = [(w, in_story) for w, in_story in seen if w.day == day or day in (w.readings or ())]
    outside = [w for w, in_story in named if not in_story]
    if named:
        return next((w.words for w in outside if not w.readings), None)
    return next((form for form in _forms(day) if form in source), None)


def _dates(block: Block) -> tuple[Written, ...]:
    return written_dates(block.words) if any(char.isdigit() for char in block.words) else ()


def _forms(day: date) -> Iterator[str]:
    for mark in "-/.":
        yield day.strftime(f"%Y{mark}%m{mark}%d")
        yield day.strftime(f"%d{mark}%m{mark}%Y")
    yield day.strftime("%Y%m%d")
