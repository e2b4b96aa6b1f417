"""Plain text: what is left when nothing else fits, and what a person copied and pasted."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.intake.addresses import web_address
from onrecord.intake.format import Format
from onrecord.intake.known import Known
from onrecord.model import Page

_EDGE = 4_000  # bytes at either end in which an address of its own is looked for
_ADDRESS = re.compile(r"\s*(?:(?:url|link|source|from|via)\s?:\s{0,9})?<?(https?://[^\s<>]{4,2000})>?\s*", re.I)
_LABELLED = re.compile(r"\s*(?:url|link|source|original|article)\s?:\s{0,9}<?(https?://[^\s<>]{4,2000})>?\s*", re.I)
_QUOTED = re.compile(r"^[ \t]{0,3}>[ \t]?", re.M)
_HEADING = re.compile(r"\s*#{1,6} (?=\S)")
_EMPHASIS = re.compile(r"^(\*\*?|__?)(?=[^\s*_])([^*_\n]{1,300})(?<=[^\s*_])\1[ \t]*$", re.M)


def _origin(data: bytes) -> Known:
    """The address that a person pasted above the story, or below it with a word that says so."""
    found = _ADDRESS.fullmatch(_line(data[:_EDGE].lstrip())) or _LABELLED.fullmatch(_line(data[-_EDGE:].rstrip(), -1))
    return Known(url=web_address(found[1]) if found else None)


def _line(data: bytes, number: int = 0) -> str:
    lines = data.splitlines()
    return lines[number].decode(errors="replace").lstrip("\ufeff") if lines else ""


def _opened(page: Page) -> Page:
    """Without the line of its own address, and without the marks of Markdown and of quoted mails."""
    text = page.text
    lines = text.strip().split("\n")
    if page.url and len(lines) > 1:
        above, below = _ADDRESS.fullmatch(lines[0]), _LABELLED.fullmatch(lines[-1])
        text = "\n".join(lines[bool(above) : len(lines) - bool(below)]) if above or below else text
    if all(line.lstrip().startswith(">") for line in lines if line.strip()):
        text = _QUOTED.sub("", text)
    if heading := _HEADING.match(text):
        text = _EMPHASIS.sub(r"\2", text[heading.end() :])
    if text == page.text:
        return page
    return replace(page, data=text.encode(errors="replace"), encoding="utf-8")


FORMAT = Format(name="text", what="plain text", looks_like=lambda _: 0.1, origin=_origin, opened=_opened)
